extension Setting {
  static let limits = [
    Setting(
      .maxInputBytes, .bytes(positive), .integer(100 << 20),
      "Bytes of a file, or of a page of a container."),
    Setting(
      .maxContainerBytes, .bytes(1...Int.max), .integer(16 << 30),
      "Bytes of a container as it is stored: a WARC or lines of JSON."),
    Setting(
      .maxDecompressedBytes, .bytes(positive), .integer(100 << 20),
      "Bytes that come out of a compressed file."),
    Setting(
      .maxDecompressionRatio, .integer(positive), .integer(100),
      "Decompressed bytes for each stored one."),
    Setting(.maxNodes, .integer(positive), .integer(1_000_000), "Elements of a page."),
    Setting(.maxDepth, .integer(positive), .integer(1000), "Nesting depth of a page."),
    Setting(
      .maxSeconds, .wholeSeconds(positive), .integer(60),
      "Seconds for a page; needs --isolation process."),
    Setting(
      .maxSilentSeconds, .wholeSeconds(positive), .integer(45),
      "Seconds without a sign that the work on a page goes on; likewise."),
    Setting(
      .maxMemory, .bytes(leastMemory...Int.max), .integer(2 << 30),
      "Bytes of memory of a worker; likewise."),
    Setting(
      .maxOutputBytes, .bytes(4096...largest), .integer(256 << 20),
      "Bytes of a record before compression."),
    Setting(
      .maxOutboxBytes, .bytes(1...Int.max), absence: "no limit",
      "Bytes of the files in the outbox above which nothing is taken."),
    Setting(
      .minFreeBytes, .bytes(0...Int.max), .integer(0),
      "Free bytes on the file system of the outbox below which nothing is taken."),
  ]

  static let retention = [
    Setting(
      .maxDoneSeconds, .wholeSeconds(span), absence: "no limit",
      "Seconds after which a done input is removed."),
    Setting(
      .maxDoneBytes, .bytes(0...Int.max), absence: "no limit",
      "Bytes of done inputs beyond which the oldest are removed."),
    Setting(
      .maxDoneCount, .integer(0...Int.max), absence: "no limit",
      "Number of done inputs beyond which the oldest are removed."),
    Setting(
      .maxFailedSeconds, .wholeSeconds(span), absence: "no limit",
      "Seconds after which a failed input is removed, with its note."),
    Setting(
      .maxFailedBytes, .bytes(0...Int.max), absence: "no limit",
      "Bytes of failed inputs beyond which the oldest are removed."),
    Setting(
      .maxFailedCount, .integer(0...Int.max), absence: "no limit",
      "Number of failed inputs beyond which the oldest are removed."),
  ]

  static let log = [
    Setting(
      .logLevel, .choice(["debug", "info", "notice", "warning", "error"]), .text("info"),
      "The least level of what is logged on stderr."),
    Setting(
      .logFormat, .choice(["text", "json", "journal"]), .text("text"),
      "Lines of text, JSON objects, or text with the priorities of the journal."),
    Setting(
      .logRepeatSeconds, .wholeSeconds(0...86_400), .integer(60),
      "Seconds for which a trouble that was logged is only counted; 0 logs each."),
  ]

  static let monitoring = [
    Setting(
      .metricsFile, .path, absence: "none", change: .restart,
      "A file for metrics in the text format of Prometheus."),
    Setting(
      .metricsSocket, .path, absence: "none", change: .restart,
      "A UNIX socket that answers GET /metrics and GET /health over HTTP."),
    Setting(
      .metricsInterval, .seconds(0.1...3600), .decimal(15), change: .restart,
      "Seconds between two writings of the metrics."),
  ]

  /// The largest limit on a page: positions in it are 32 bits wide, and those of libxml2 have a sign.
  private static let largest = Int(Int32.max)
  private static let positive = 1...largest
  // Less holds neither the parser's tables nor a record that says why a page failed.
  private static let leastMemory = 16 << 20
  // Seconds: a century, which times in nanoseconds have room for.
  private static let span = 1...3_155_760_000
}
