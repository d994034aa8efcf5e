import Extraction

/// Takes the compression off a file, layer by layer, within limits.
struct Decompressor: ~Copyable {
  /// What came out of a file.
  struct Output {
    /// The decompressed bytes, or the file's own when it is not compressed.
    var bytes: [UInt8]
    /// Why they are not all of them; `nil` when they are.
    var reason: FailureReason?
    /// The limit that bound, if one did.
    var limit: ExtractionLimit?
  }

  private var gzip = GzipDecompressor()
  private var zstd = ZstdDecompressor()

  /// Decompresses a file as its first bytes say, until it is no longer compressed.
  ///
  /// Damage ends the layer and not the file: what was read before it is decompressed further. The
  /// first reason is kept, for an outer layer that ends early cuts the inner ones short as well.
  mutating func decompress(_ file: [UInt8], limits: IntakeLimits) -> Output {
    var result = Output(bytes: file)
    let cap = limits.outputCap(storedBytes: file.count)
    for _ in 0..<limits.compressionDepth {
      guard let format = CompressionFormat(of: result.bytes.span) else { return result }
      var bytes: [UInt8] = []
      let end = decompress(result.bytes, format: format, limit: cap.bytes, into: &bytes)
      result.bytes = bytes
      if result.reason == nil {
        result.reason = end.reason
        result.limit = limit(of: end, cap: cap.limit)
      }
    }
    // What is still compressed is no text, and is not opened further.
    if CompressionFormat(of: result.bytes.span) != nil {
      return Output(bytes: [], reason: result.reason ?? .decompressionLimit, limit: result.limit)
    }
    return result
  }

  /// The first bytes of what a file holds, told from its own first ones.
  mutating func beginning(of head: [UInt8]) -> [UInt8] {
    guard let format = CompressionFormat(of: head.span) else { return head }
    // A frame with a dictionary cannot be opened yet; only archives begin with one.
    if head.starts(with: [0x5D, 0x2A, 0x4D, 0x18]) { return Array("WARC/1.".utf8) }
    var bytes: [UInt8] = []
    _ = decompress(head, format: format, limit: Self.beginningLength, into: &bytes)
    return bytes
  }

  /// The most bytes that ``beginning(of:)`` decompresses: enough for the first member of an object that holds a page.
  static let beginningLength = 16 << 10

  private mutating func decompress(
    _ input: [UInt8], format: CompressionFormat, limit: Int, into output: inout [UInt8]
  ) -> DecompressionEnd {
    switch format {
    case .gzip: gzip.decompress(input, limit: limit, into: &output)
    case .zstd: zstd.decompress(input, limit: limit, into: &output)
    }
  }

  private func limit(of end: DecompressionEnd, cap: ExtractionLimit) -> ExtractionLimit? {
    switch end {
    case .complete, .truncated, .corrupt: nil
    case .outputFull: cap
    case .windowTooLarge, .outOfMemory: .memory
    }
  }
}
