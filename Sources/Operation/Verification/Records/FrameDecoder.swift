import CZstd

/// Decompresses zstd frames and sees that they are whole.
@safe
package struct FrameDecoder: ~Copyable {
  private let context: OpaquePointer?
  private let dictionary: OpaquePointer?

  /// A decoder of frames that were made with a dictionary, or with none.
  package init(dictionary: [UInt8] = []) {
    unsafe context = ZSTD_createDCtx()
    unsafe self.dictionary =
      dictionary.isEmpty
      ? nil : dictionary.withUnsafeBytes { unsafe ZSTD_createDDict($0.baseAddress, $0.count) }
  }

  deinit {
    unsafe _ = ZSTD_freeDCtx(context)
    unsafe _ = ZSTD_freeDDict(dictionary)
  }

  /// What a frame holds.
  ///
  /// - Parameters:
  ///   - frame: The frame and nothing else.
  ///   - offset: Where it begins in its file.
  /// - Returns: Its content.
  /// - Throws: What is wrong. Decompression checks the checksum.
  package func content(
    of frame: ArraySlice<UInt8>, at offset: Int
  ) throws(ZstdFrame.Fault) -> [UInt8] {
    let size = try ZstdFrame.contentSize(of: frame, at: offset)
    // The library would decompress what follows the frame as well, and pass over what has no content.
    let end = try ZstdFrame.length(of: frame, at: offset)
    guard end == frame.count else {
      throw .damaged(offset: offset, "\(frame.count - end) bytes behind its end")
    }
    var content = [UInt8](repeating: 0, count: size)
    let (context, dictionary) = unsafe (context, dictionary)
    let length = unsafe frame.withUnsafeBytes { source in
      unsafe content.withUnsafeMutableBytes { target in
        unsafe ZSTD_decompress_usingDDict(
          context, target.baseAddress, target.count, source.baseAddress, source.count, dictionary)
      }
    }
    guard ZSTD_isError(length) == 0 else {
      throw .damaged(offset: offset, unsafe String(cString: ZSTD_getErrorName(length)))
    }
    // The library takes a buffer that is larger than what comes out.
    guard length == content.count else {
      throw .damaged(offset: offset, "\(length) bytes of content instead of \(content.count)")
    }
    return content
  }
}
