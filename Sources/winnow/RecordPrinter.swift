import SystemPackage

/// Prints outcomes: records on standard output as their format has it, messages on standard error.
struct RecordPrinter: ~Copyable {
  private let format: OutputFormat
  private var isSingle: Bool
  private var output: OutputWriter
  private var count = 0

  /// A printer; `isSingle` says that one FILE was named, so that JSON needs no array around it.
  init(format: OutputFormat, isSingle: Bool, output: consuming OutputWriter) {
    self.format = format
    self.isSingle = isSingle
    self.output = output
  }

  /// The one FILE turned out to be a container.
  mutating func expectSeveral() {
    isSingle = false
  }

  /// Prints one outcome.
  ///
  /// - Throws: `Errno` when standard output does not take it.
  mutating func print(_ outcome: ExtractionOutcome) throws {
    if let message = outcome.message {
      // Nobody is left to be told when standard error is closed.
      _ = try? FileDescriptor.standardError.writeAll((message + "\n").utf8)
    }
    guard !outcome.bytes.isEmpty else { return }
    try output.write(separator.utf8)
    try output.write(outcome.bytes)
    if format == .jsonl { try output.write("\n".utf8) }
    count += 1
  }

  /// Prints what closes the output.
  ///
  /// - Throws: `Errno` when standard output does not take it.
  mutating func finish() throws {
    if format == .json {
      let opening = count == 0 && !isSingle ? "[" : ""
      try output.write((opening + (isSingle ? "\n" : "\n]\n")).utf8)
    }
    try output.flush()
  }

  /// What stands before the next record: a comma in an array, an empty line or a rule between texts.
  private var separator: String {
    switch format {
    case .json where isSingle: ""
    case .json: count == 0 ? "[\n" : ",\n"
    case .jsonl, .html: ""
    case .text: count == 0 ? "" : "\n"
    case .markdown: count == 0 ? "" : "\n---\n\n"
    }
  }
}
