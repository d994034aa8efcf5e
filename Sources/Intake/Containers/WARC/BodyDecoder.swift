import Extraction

/// Takes the codings of HTTP off a body, within the limits of decompression.
///
/// What a header says of the codings is only followed where the bytes agree: many archives took them off
/// and left the header.
struct BodyDecoder: ~Copyable {
  /// What a body came to.
  struct Output {
    /// The bytes of the page.
    var bytes: [UInt8] = []
    /// The bytes without the transfer coding alone, which digests are of in some archives.
    var transferred: [UInt8] = []
    /// Why the bytes are not all of the page.
    var reason: FailureReason?
    /// The limits that bound.
    var limits: [ExtractionLimit] = []
    /// What is wrong in words.
    var detail: String?
  }

  private let limits: IntakeLimits
  private var decompressor = Decompressor()

  /// A decoder within these limits.
  init(limits: IntakeLimits) {
    self.limits = limits
  }

  /// The page in a message.
  mutating func decode(_ message: HTTPMessage) -> Output {
    var output = Output(bytes: message.payload, transferred: message.payload)
    if message.fields.list("transfer-encoding").contains("chunked"),
      let (bytes, damage) = ChunkedBody.decode(message.payload)
    {
      output.bytes = bytes
      output.transferred = bytes
      output.reason = damage
      if damage == .corrupt { output.detail = "a chunk without its size" }
    }
    var inflations = 0
    for coding in message.fields.list("content-encoding").reversed() {
      remove(coding, &output, &inflations)
    }
    // gzip and zstd show by their first bytes, whether the header names them or not.
    let opened = decompressor.decompress(output.bytes, limits: limits)
    output.bytes = opened.bytes
    note(opened.reason, opened.limit, &output)
    return output
  }

  private func remove(_ coding: String, _ output: inout Output, _ inflations: inout Int) {
    switch coding {
    case "gzip", "x-gzip", "zstd", "identity", "none", "": return
    case "deflate", "x-deflate":
      // A header has room for tens of thousands, and each is a pass over the page.
      guard inflations < limits.compressionDepth else {
        return note(.decompressionLimit, nil, &output)
      }
      inflations += 1
      inflate(&output)
    default:
      guard !output.bytes.isEmpty, !ContentKind.isMarkup(output.bytes.span) else { return }
      output.bytes = []
      output.reason = .unsupportedEncoding
      output.detail = "content encoding \(coding.prefix(32))"
    }
  }

  /// Inflates what is called deflate: with the wrapping of zlib as it should be, or without.
  private func inflate(_ output: inout Output) {
    let (cap, limit) = limits.outputCap(storedBytes: output.bytes.count)
    for wrapping in [Inflater.Wrapping.zlib, .raw] {
      var inflater = Inflater(wrapping)
      var bytes: [UInt8] = []
      let end = inflater.inflate(output.bytes, limit: cap, into: &bytes)
      guard !bytes.isEmpty else { continue }
      output.bytes = bytes
      note(end, end == .decompressionLimit ? limit : nil, &output)
      return
    }
  }

  private func note(_ reason: FailureReason?, _ limit: ExtractionLimit?, _ output: inout Output) {
    output.reason = output.reason ?? reason
    if let limit { output.limits.append(limit) }
  }
}

extension Inflater {
  /// Inflates a whole stream, to `limit` bytes at most.
  ///
  /// - Returns: What is wrong with it, or `nil`.
  fileprivate mutating func inflate(
    _ input: [UInt8], limit: Int, into output: inout [UInt8]
  ) -> FailureReason? {
    var next = 0
    while true {
      let before = output.count
      let step = step(input, from: next, into: &output)
      next += step.consumed
      if output.count > limit {
        output.removeLast(output.count - limit)
        return .decompressionLimit
      }
      switch step.end {
      case .complete: return nil
      case .failed(let reason): return reason
      case .going:
        if step.consumed == 0, output.count == before { return .truncated }
      }
    }
  }
}
