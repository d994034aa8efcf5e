/// Splits a document's title at the marks that join it with the site's name.
enum TitleParts {
  /// The marks, each with spaces around it.
  private static let marks: Set<Character> = [
    "|", "-", "–", "—", "―", "·", "•", "»", "«", "›", "‹", "~", "/", ":", "∣", "⋆", "★",
  ]

  /// The parts of the title, trimmed; one when there is no mark.
  static func split(_ title: String) -> [Substring] {
    ranges(of: title).map { title[$0] }
  }

  /// Where the parts of the title are.
  static func ranges(of title: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      guard mayBegin(title.utf8[index]), let mark = markRange(at: index, in: title) else {
        index = title.utf8.index(after: index)
        continue
      }
      if start < mark.lowerBound { ranges.append(start..<mark.lowerBound) }
      start = mark.upperBound
      index = mark.upperBound
    }
    if start < title.endIndex { ranges.append(start..<title.endIndex) }
    return ranges
  }

  /// Whether a mark may begin with the byte: a space, `|`, or the first byte of `｜`.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == UInt8(ascii: "|") || byte == 0xef
  }

  /// Whether, after a space, a mark may begin: no letter or digit of ASCII.
  private static func mayBeMark(after index: String.Index, in title: String) -> Bool {
    guard title.utf8[index] == ASCII.space else { return true }
    let next = title.utf8.index(after: index)
    guard next < title.endIndex else { return false }
    return !ASCII.isLetter(title.utf8[next]) && !ASCII.isDigit(title.utf8[next])
  }

  /// A mark with its spaces, which may be two alike as in ` :: `; `｜` and `|` need no space.
  private static func markRange(at index: String.Index, in title: String) -> Range<String.Index>? {
    guard mayBeMark(after: index, in: title) else { return nil }
    if title[index] == "｜" || title[index] == "|" { return index..<title.index(after: index) }
    guard title[index] == " " else { return nil }
    let marksEnd = title[index...].dropFirst().prefix(2).prefix { marks.contains($0) }.endIndex
    guard marksEnd > title.index(after: index), marksEnd < title.endIndex, title[marksEnd] == " "
    else { return nil }
    return index..<title.index(after: marksEnd)
  }
}
