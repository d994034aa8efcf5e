private import CZlib
import Extraction

/// Inflates a deflate stream piece by piece.
@safe
struct Inflater: ~Copyable {
  /// What is around the deflate stream.
  enum Wrapping {
    /// A header and a checksum of RFC 1952.
    case gzip
    /// A header and a checksum of RFC 1950.
    case zlib
    /// Nothing.
    case raw

    /// The argument of `inflateInit2` for the largest window (zlib.h).
    fileprivate var windowBits: Int32 {
      switch self {
      case .gzip: 15 + 16
      case .zlib: 15
      case .raw: -15
      }
    }
  }

  /// The state lies at an address of its own, for zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var chunk = ChunkBuffer()

  /// An inflater of such streams.
  ///
  /// When memory is short, each step says so.
  init(_ wrapping: Wrapping) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    isReady = unsafe inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { unsafe _ = inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Gets ready for the beginning of a stream.
  mutating func reset() {
    if isReady { unsafe _ = inflateReset(stream) }
  }

  /// Inflates a piece of `input` from `start` on, and appends what comes of it, a chunk at most.
  mutating func step(
    _ input: [UInt8], from start: Int, into output: inout [UInt8]
  ) -> MemberStep {
    guard isReady else { return MemberStep(consumed: 0, isFull: false, end: .failed(.memory)) }
    let stream = unsafe self.stream
    var status = Z_OK
    var left = 0
    var isFull = false
    let offered = min(input.count - start, Self.longestInput)
    unsafe input.withUnsafeBufferPointer { input in
      let rest = unsafe UnsafeBufferPointer(rebasing: input[start..<start + offered])
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(offered)
      unsafe chunk.append(atMost: ChunkBuffer.size, to: &output) { bytes in
        unsafe stream.pointee.next_out = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = UInt32(bytes.count)
        status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        isFull = unsafe stream.pointee.avail_out == 0
        return unsafe bytes.count - Int(stream.pointee.avail_out)
      }
      left = unsafe Int(stream.pointee.avail_in)
      unsafe stream.pointee.next_in = nil
    }
    return MemberStep(consumed: offered - left, isFull: isFull, end: Self.end(status))
  }

  private static func end(_ status: Int32) -> MemberStep.End {
    switch status {
    // Z_BUF_ERROR says that nothing could be done without more input.
    case Z_OK, Z_BUF_ERROR: .going
    case Z_STREAM_END: .complete
    case Z_MEM_ERROR: .failed(.memory)
    default: .failed(.corrupt)
    }
  }

  // What zlib can be told in one call, 32 bits wide.
  private static let longestInput = 1 << 30
}
