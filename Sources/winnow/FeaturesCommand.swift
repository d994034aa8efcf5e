import ArgumentParser
import Extraction
import Intake
import RecordEncoding
import SystemPackage

/// `winnow features`, which the main help leaves out: the rows that a model is fitted on.
struct FeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Prints the features of every block, for fitting a model.",
    discussion: """
      The output begins with one JSON line, the names of the columns and the scales by which their \
      values are coded. For each page follow one JSON line with its path, the texts of its blocks and \
      the elements above them, and the blocks' values: one row a block, each value a little-endian \
      32-bit float.
      """,
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("Pages or directories.", valueName: "file"))
  var files: [String]

  func run() throws {
    var hasFailed = false
    try CommandErrors.tell { try printFeatures(hasFailed: &hasFailed) }
    if hasFailed { throw ExitCode.failure }
  }

  private func printFeatures(hasFailed: inout Bool) throws {
    var output = OutputWriter(.standardOutput)
    var writer = JSONWriter()
    writeHeader(to: &writer)
    try output.write(writer.bytes)
    let extractor = Extractor()
    var reader = DocumentReader()
    for input in InputList(arguments: files).inputs {
      guard case .file(let path, _) = input else {
        StandardError.tell("\(input.name): failed: features are of files")
        hasFailed = true
        continue
      }
      guard let document = document(at: path, with: &reader) else {
        hasFailed = true
        continue
      }
      let features = extractor.features(of: document.bytes.span)
      writer.removeAll()
      write(features, of: path, to: &writer)
      try output.write(writer.bytes)
      try output.write(features.values.flatMap { littleEndianBytes(of: $0) })
    }
    try output.flush()
  }

  private func writeHeader(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("columns")
    write(BlockFeatures.columnNames, to: &writer)
    writer.key("scales")
    write(BlockFeatures.columnScales, to: &writer)
    writer.key("contextColumns")
    write(BlockFeatures.contextColumnNames, to: &writer)
    writer.key("contextScales")
    write(BlockFeatures.contextColumnScales, to: &writer)
    writer.key("blockColumnCount")
    writer.integer(BlockFeatures.blockColumnCount)
    writer.key("pageColumnCount")
    writer.integer(BlockFeatures.pageColumnCount)
    writer.key("scaleCount")
    writer.integer(BlockFeatures.scaleCount)
    writer.endObject()
    writer.newline()
  }

  /// The page, or `nil` after a message when it cannot be read.
  private func document(at path: FilePath, with reader: inout DocumentReader) -> Document? {
    do throws(FailedDocument) {
      return try reader.read(path)
    } catch {
      let detail = error.detail.map { " (\($0))" } ?? ""
      StandardError.tell("\(path): failed: \(error.reason.rawValue)\(detail)")
      return nil
    }
  }

  private func write(_ features: BlockFeatures, of path: FilePath, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("path")
    writer.string(path.string)
    writer.key("texts")
    write(features.texts, to: &writer)
    writer.key("paths")
    write(features.paths, to: &writer)
    writer.endObject()
    writer.newline()
  }

  private func write(_ strings: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for string in strings { writer.string(string) }
    writer.endArray()
  }

  private func write(_ numbers: [Int], to writer: inout JSONWriter) {
    writer.beginArray()
    for number in numbers { writer.integer(number) }
    writer.endArray()
  }

  private func littleEndianBytes(of value: Float) -> [UInt8] {
    let bits = value.bitPattern
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
  }
}
