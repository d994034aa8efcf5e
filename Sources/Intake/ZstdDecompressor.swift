private import CZstd

/// Decompresses zstd files of one or more frames with one context; skippable frames are skipped.
@safe
struct ZstdDecompressor: ~Copyable {
  /// What one call of zstd said.
  private enum Step {
    case moreInput
    case moreOutput
    case frameEnd
    case failed(DecompressionEnd)
  }

  private let context = ZstdContext()
  private var chunk = ChunkBuffer()

  /// Replaces `output` by what `input` decompresses to, at most `limit` bytes.
  ///
  /// Bytes after a frame that start no other frame count as damage, as zstd(1) has it.
  mutating func decompress(
    _ input: [UInt8], limit: Int, into output: inout [UInt8]
  ) -> DecompressionEnd {
    output.removeAll(keepingCapacity: true)
    guard let pointer = unsafe context.pointer else { return .outOfMemory }
    context.reset()
    return unsafe input.withUnsafeBytes { bytes in
      var source = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      while true {
        // One byte beyond the limit shows that there is more.
        let room = limit - output.count + 1
        let step = unsafe decompress(&source, context: pointer, atMost: room, into: &output)
        if output.count > limit {
          output.removeLast(output.count - limit)
          return .outputFull
        }
        switch step {
        case .failed(let end): return end
        case .frameEnd: if unsafe source.pos == source.size { return .complete }
        case .moreOutput: continue
        // Room left over and nothing left to read: zstd waits for bytes that are not there.
        case .moreInput: if unsafe source.pos == source.size { return .truncated }
        }
      }
    }
  }

  private mutating func decompress(
    _ source: inout ZSTD_inBuffer, context: OpaquePointer, atMost room: Int,
    into output: inout [UInt8]
  ) -> Step {
    var result = 0
    var isFull = false
    unsafe chunk.append(atMost: room, to: &output) { bytes in
      var target = unsafe ZSTD_outBuffer(dst: bytes.baseAddress, size: bytes.count, pos: 0)
      result = unsafe ZSTD_decompressStream(context, &target, &source)
      isFull = unsafe target.pos == target.size
      return unsafe target.pos
    }
    guard ZSTD_isError(result) != 0 else {
      return result == 0 ? .frameEnd : isFull ? .moreOutput : .moreInput
    }
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_frameParameter_windowTooLarge: return .failed(.windowTooLarge)
    case ZSTD_error_memory_allocation: return .failed(.outOfMemory)
    default: return .failed(.corrupt)
    }
  }
}
