private import CZlib

/// Decompresses gzip files of one or more members with one inflater.
@safe
struct GzipDecompressor: ~Copyable {
  /// The largest window there is, 32 KiB, plus 16 for gzip alone with its checksum (zlib.h,
  /// `inflateInit2`).
  private static let windowBits: Int32 = 15 + 16

  /// The state lies at an address of its own, for zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var chunk = ChunkBuffer()

  /// A decompressor.
  ///
  /// When memory is short, each decompression ends with `outOfMemory`.
  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    isReady = unsafe inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { unsafe _ = inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Replaces `output` by what `input` decompresses to, at most `limit` bytes.
  ///
  /// Bytes after the last member that start no other member are left aside, as gzip(1) does: tapes and
  /// block devices pad files with zeros.
  mutating func decompress(
    _ input: [UInt8], limit: Int, into output: inout [UInt8]
  ) -> DecompressionEnd {
    output.removeAll(keepingCapacity: true)
    guard isReady else { return .outOfMemory }
    return unsafe input.withUnsafeBufferPointer { input in
      var start = 0
      while true {
        unsafe inflateReset(stream)
        let rest = unsafe UnsafeBufferPointer(rebasing: input[start...])
        let end = unsafe inflateMember(rest, limit: limit, into: &output)
        guard end == .complete else { return end }
        start = unsafe input.count - Int(stream.pointee.avail_in)
        let next = unsafe UnsafeBufferPointer(rebasing: input[start...])
        guard unsafe CompressionFormat(of: next.span) == .gzip else { return .complete }
      }
    }
  }

  /// Inflates one member.
  ///
  /// What it left unread is in `avail_in`; files are below 4 GiB.
  private mutating func inflateMember(
    _ input: UnsafeBufferPointer<UInt8>, limit: Int, into output: inout [UInt8]
  ) -> DecompressionEnd {
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    while true {
      // One byte beyond the limit shows that there is more.
      let status = inflate(atMost: limit - output.count + 1, into: &output)
      if output.count > limit {
        output.removeLast(output.count - limit)
        return .outputFull
      }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END: return .complete
      case Z_BUF_ERROR: return .truncated
      case Z_MEM_ERROR: return .outOfMemory
      default: return .corrupt
      }
    }
  }

  /// Asks zlib once for at most `room` bytes, and gives its status.
  private mutating func inflate(atMost room: Int, into output: inout [UInt8]) -> Int32 {
    let stream = unsafe self.stream
    var status = Z_OK
    unsafe chunk.append(atMost: room, to: &output) { bytes in
      unsafe stream.pointee.next_out = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.pointee.avail_out = UInt32(bytes.count)
      status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      return unsafe bytes.count - Int(stream.pointee.avail_out)
    }
    return status
  }
}
