import CZlib
import CZstd

/// Compressed bytes for tests.
enum Compressed {
  /// One gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

  /// A deflate stream, wrapped as `windowBits` of zlib says.
  static func deflate(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    unsafe deflateInit2_(
      &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { unsafe _ = deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 100)
    let count = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        unsafe CZlib.deflate(&stream, Z_FINISH)
        return unsafe output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }

  /// One zstd frame with a checksum; a window of 2 to the power of `windowLog` bytes where it is given.
  static func zstd(
    _ bytes: [UInt8], windowLog: Int32? = nil, dictionary: [UInt8] = []
  ) -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    defer { unsafe _ = ZSTD_freeCCtx(context) }
    unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    unsafe dictionary.withUnsafeBytes { content in
      unsafe _ = ZSTD_CCtx_loadDictionary(context, content.baseAddress, content.count)
    }
    // Without the content size, the header names the window.
    if let windowLog {
      unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog)
      unsafe _ = ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0)
    }
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe output.withUnsafeMutableBytes { output in
      unsafe bytes.withUnsafeBytes { input in
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        if windowLog != nil {
          // Streaming hides the size, or else the window would shrink to it.
          unsafe _ = ZSTD_compressStream2(context, &target, &source, ZSTD_e_flush)
        }
        unsafe _ = ZSTD_compressStream2(context, &target, &source, ZSTD_e_end)
        return unsafe target.pos
      }
    }
    return Array(output[..<count])
  }

  /// A skippable zstd frame.
  static let skippable: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]

  /// Text that compresses about as well as a page.
  static let page = Array(
    (0..<40).map { "<p>Paragraph \($0 * 7919 % 101) of the page.</p>" }.joined().utf8)
}
