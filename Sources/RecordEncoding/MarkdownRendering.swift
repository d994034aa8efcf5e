public import Extraction

/// The title, byline, article and captions of a record as CommonMark, with tables as in GitHub's dialect.
///
/// Comments are left out. Whatever the page's text contains, it reads as text: each character that
/// Markdown would take for markup is escaped.
public struct MarkdownRendering {
  /// The most cells of a table in Markdown for each cell of the page: rows are filled up to the widest,
  /// and one row of thousands would fill up thousands.
  private static let filledCellsPerCell = 4
  /// Cells that any table may have: a small one with one wide row stays a table.
  private static let freeCells = 64

  private var output = ""

  /// The Markdown of a record: elements separated by one empty line, a line feed at the end.
  public static func render(_ record: Record) -> String {
    var rendering = MarkdownRendering()
    for group in BlockGrouping.content(of: record) { rendering.add(group) }
    return PlainCharacters.kept(of: rendering.output)
  }

  private mutating func add(_ group: BlockGroup) {
    switch group {
    case .title(let text): add(heading: text, level: 1)
    case .heading(let level, let text): add(heading: text, level: level)
    case .byline(let lines): add(emphasis: lines.joined(separator: " · "))
    case .caption(let text): add(emphasis: text)
    case .paragraph(let text): add(lines: [MarkdownEscaper.paragraph(text)])
    case .quote(let paragraphs): add(quote: paragraphs)
    case .list(let items): add(lines: MarkdownList(items).lines)
    case .code(let text): add(code: text)
    case .table(let rows): add(table: rows)
    }
  }

  /// Adds one element.
  ///
  /// Elements without text are left out.
  private mutating func add(lines: [String]) {
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    if !output.isEmpty { output += "\n" }
    for line in lines {
      output += line
      output += "\n"
    }
  }

  private mutating func add(heading text: String, level: Int) {
    let escaped = MarkdownEscaper.heading(text)
    guard !escaped.isEmpty else { return }
    add(lines: [String(repeating: "#", count: level) + " " + escaped])
  }

  private mutating func add(emphasis text: String) {
    let escaped = MarkdownEscaper.inline(text)
    guard !escaped.isEmpty else { return }
    add(lines: ["*" + escaped + "*"])
  }

  private mutating func add(quote paragraphs: [String]) {
    let quoted = paragraphs.map { "> " + MarkdownEscaper.paragraph($0) }
    add(lines: [quoted.joined(separator: "\n>\n")])
  }

  /// Adds a fenced block whose fence is longer than any run of backticks inside.
  private mutating func add(code: String) {
    let fence = String(repeating: "`", count: max(3, longestBacktickRun(in: code) + 1))
    let body = code.hasSuffix("\n") ? String(code.dropLast()) : code
    add(lines: [fence, body, fence])
  }

  private func longestBacktickRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Adds a table; the first row is its header, for Markdown has no table without one.
  ///
  /// A table that is mostly empty is written as lines of text.
  private mutating func add(table rows: [[String]]) {
    guard let header = rows.first, let columns = rows.lazy.map(\.count).max() else { return }
    let cellCount = rows.reduce(0) { $0 + $1.count }
    guard rows.count * columns <= Self.filledCellsPerCell * cellCount + Self.freeCells else {
      for row in rows { add(lines: [MarkdownEscaper.paragraph(row.joined(separator: " · "))]) }
      return
    }
    let rule = "|" + String(repeating: " --- |", count: columns)
    let body = rows.dropFirst().map { line(of: $0, columns: columns) }
    add(lines: [line(of: header, columns: columns), rule] + body)
  }

  private func line(of cells: [String], columns: Int) -> String {
    let padded = cells + repeatElement("", count: columns - cells.count)
    return padded.reduce(into: "|") { $0 += " " + MarkdownEscaper.inline($1) + " |" }
  }
}
