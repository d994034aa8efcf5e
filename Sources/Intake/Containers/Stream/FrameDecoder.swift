private import CZstd
import Extraction

/// Decompresses zstd frames piece by piece, with a dictionary where there is one.
@safe
struct FrameDecoder: ~Copyable {
  private let context = ZstdContext()
  private var chunk = ChunkBuffer()

  /// Gets ready for the beginning of a frame; a dictionary stays.
  mutating func reset() { context.reset() }

  /// Takes the dictionary of all frames to come.
  ///
  /// - Returns: Whether it is one.
  mutating func use(dictionary: [UInt8]) -> Bool {
    guard let context = unsafe context.pointer else { return false }
    return unsafe dictionary.withUnsafeBytes { bytes in
      unsafe ZSTD_isError(ZSTD_DCtx_loadDictionary(context, bytes.baseAddress, bytes.count)) == 0
    }
  }

  /// Decompresses a piece of `input` from `start` on, and appends what comes of it, a chunk at most.
  mutating func step(
    _ input: [UInt8], from start: Int, into output: inout [UInt8]
  ) -> MemberStep {
    guard let context = unsafe context.pointer else {
      return MemberStep(consumed: 0, isFull: false, end: .failed(.memory))
    }
    var result = 0
    var consumed = 0
    var isFull = false
    unsafe input.withUnsafeBytes { input in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: input[start...])
      var source = unsafe ZSTD_inBuffer(src: rest.baseAddress, size: rest.count, pos: 0)
      unsafe chunk.append(atMost: ChunkBuffer.size, to: &output) { bytes in
        var target = unsafe ZSTD_outBuffer(dst: bytes.baseAddress, size: bytes.count, pos: 0)
        result = unsafe ZSTD_decompressStream(context, &target, &source)
        isFull = unsafe target.pos == target.size
        return unsafe target.pos
      }
      consumed = unsafe source.pos
    }
    return MemberStep(consumed: consumed, isFull: isFull, end: Self.end(result))
  }

  private static func end(_ result: Int) -> MemberStep.End {
    guard ZSTD_isError(result) != 0 else { return result == 0 ? .complete : .going }
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_frameParameter_windowTooLarge: return .failed(.decompressionLimit)
    case ZSTD_error_memory_allocation: return .failed(.memory)
    default: return .failed(.corrupt)
    }
  }
}
