import CZstd

/// One frame of a zstd file (RFC 8878).
package struct ZstdFrame: Hashable, Sendable {
  /// What is wrong with a file of frames.
  package enum Fault: Error, Hashable, Sendable {
    /// It does not begin as a frame does.
    case noFrame(offset: Int)
    /// It ends within a frame, or the frame is damaged.
    case damaged(offset: Int, String)
    /// The frame has no checksum, so damage would go unnoticed.
    case noChecksum(offset: Int)
    /// The frame does not name the size of its content.
    case noContentSize(offset: Int)
    /// The content is larger than any record.
    case tooLarge(offset: Int, bytes: UInt64)

    /// The fault in words.
    package var text: String {
      switch self {
      case .noFrame(let offset): "at byte \(offset): no zstd frame"
      case .damaged(let offset, let why): "frame at byte \(offset): \(why)"
      case .noChecksum(let offset): "frame at byte \(offset): no checksum"
      case .noContentSize(let offset): "frame at byte \(offset): no content size"
      case .tooLarge(let offset, let bytes): "frame at byte \(offset): \(bytes) bytes of content"
      }
    }
  }

  /// Where it begins in the file.
  package var offset: Int
  /// What it holds.
  package var content: [UInt8]

  /// Hands over the frames of a file; skippable ones, such as tables of others, are passed over.
  ///
  /// - Throws: The first fault.
  package static func forEach(
    in file: [UInt8], _ body: (ZstdFrame) -> Void
  ) throws(Fault) {
    let decoder = FrameDecoder()
    var offset = 0
    repeat {
      let rest = file[offset...]
      let length = try length(of: rest, at: offset)
      if !isSkippable(rest) {
        body(
          ZstdFrame(
            offset: offset, content: try decoder.content(of: rest.prefix(length), at: offset)))
      }
      offset += length
    } while offset < file.count
  }

  /// The bytes of the frame that `rest` begins with.
  static func length(of rest: ArraySlice<UInt8>, at offset: Int) throws(Fault) -> Int {
    guard isSkippable(rest) || rest.starts(with: magic) else { throw .noFrame(offset: offset) }
    let length = unsafe rest.withUnsafeBytes { bytes in
      unsafe ZSTD_findFrameCompressedSize(bytes.baseAddress, bytes.count)
    }
    guard ZSTD_isError(length) == 0 else {
      throw .damaged(offset: offset, unsafe String(cString: ZSTD_getErrorName(length)))
    }
    return length
  }

  /// The size of the content of a frame, which must have one, and a checksum.
  static func contentSize(of frame: ArraySlice<UInt8>, at offset: Int) throws(Fault) -> Int {
    guard frame.starts(with: magic) else { throw .noFrame(offset: offset) }
    guard frame.count > magic.count, frame[frame.startIndex + magic.count] & checksumFlag != 0
    else { throw .noChecksum(offset: offset) }
    let size = unsafe frame.withUnsafeBytes { bytes in
      unsafe ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    }
    // The two largest numbers stand for "unknown" and "no frame" (zstd.h).
    guard size < UInt64.max - 1 else { throw .noContentSize(offset: offset) }
    guard size <= largestContent else { throw .tooLarge(offset: offset, bytes: size) }
    return Int(size)
  }

  private static func isSkippable(_ bytes: ArraySlice<UInt8>) -> Bool {
    // 0x184D2A50 to 0x184D2A5F, little-endian.
    bytes.count >= 4 && bytes[bytes.startIndex] & 0xF0 == 0x50
      && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  // 0xFD2FB528, little-endian.
  private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  // Bit 2 of the frame header descriptor.
  private static let checksumFlag: UInt8 = 0b100
  // The largest record that `--max-output-bytes` lets be written.
  private static let largestContent: UInt64 = 1 << 31
}
