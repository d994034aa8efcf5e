import Extraction
import RecordEncoding
import Streaming
import TextCoding

/// An input read as the lines of a stream: the first byte chooses how it is cut, the rest are its bytes.
struct FuzzedStream {
  private let choice: Int
  private let bytes: [UInt8]

  // Some lines of an input of kilobytes are longer than the first, few than the second.
  private static let lineLimits = [64, 8192]
  // Extraction has a target of its own, and is slow beside the rest.
  private static let mostRecords = 2

  init(_ input: [UInt8]) {
    choice = Int(input.first ?? 0)
    bytes = Array(input.dropFirst())
  }

  /// Splits the input in two ways, and reads each line as a page and as a record.
  func run() {
    let lines = split(piecesOf: bytes.count)
    precondition(
      split(piecesOf: 1 + choice / 2) == lines, "how a stream is cut changes no line of it")
    check(lines)
    for line in lines { read(line) }
    let reader = StreamReader(options: ExtractionOptions())
    for line in lines.prefix(Self.mostRecords) where !line.isBlank {
      let (record, detail) = reader.record(of: line)
      precondition(detail == nil || record.status == .failed, "what is wrong makes a page fail")
      check(record)
    }
  }

  private var limit: Int { Self.lineLimits[choice % Self.lineLimits.count] }

  private func split(piecesOf size: Int) -> [StreamLine] {
    var splitter = LineSplitter(limit: limit)
    var lines: [StreamLine] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      lines += splitter.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    if let last = splitter.finish() { lines.append(last) }
    return lines
  }

  /// Sees that the lines are those of the input.
  private func check(_ lines: [StreamLine]) {
    var parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    precondition(lines.count == parts.count, "there are as many lines as line ends")
    for (index, (line, part)) in zip(lines, parts).enumerated() {
      precondition(line.number == index + 1, "lines are numbered without a gap")
      precondition(line.isTooLong == (part.count > limit), "a line is too long beyond its limit")
      precondition(line.bytes == (line.isTooLong ? [] : Array(part)), "no byte is lost or added")
    }
  }

  private func read(_ line: StreamLine) {
    var reader = JSONObjectReader(line.bytes)
    do throws(JSONSyntaxError) {
      while try reader.nextName() != nil { _ = try reader.value().text }
    } catch {
      precondition((0...line.bytes.count).contains(error.offset), "an error is in the line")
    }
    _ = try? StreamedPage.parse(line)
  }

  private func check(_ record: Record) {
    do {
      var encoder = try RecordEncoder(level: 1)
      _ = try encoder.encode(record)
    } catch {
      preconditionFailure("any record is encoded: \(error)")
    }
  }
}
