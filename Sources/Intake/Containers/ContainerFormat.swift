import Extraction

/// A kind of file that holds pages among other things, told by content, and lines of JSON also by their name.
enum ContainerFormat: Equatable {
  /// WARC 1.0 or 1.1 (ISO 28500).
  case warc
  /// Lines of JSON objects that hold pages.
  case lines

  // Lines that are looked at: something may stand before the first page, and the first page may be damaged.
  private static let firstLines = 8

  /// The format that the user asked for, or else the one that the beginning of a file shows.
  ///
  /// - Parameters:
  ///   - choice: How the file is to be read.
  ///   - name: The file's name, whose ending says what lines that cannot be read should be.
  ///   - head: The decompressed beginning of the file.
  init?(_ choice: InputChoice, name: String = "", head: ArraySlice<UInt8>) {
    switch choice {
    case .warc: self = .warc
    case .ndjson: self = .lines
    case .html, .text, .mhtml: return nil
    case .auto: self.init(name: name, head: head)
    }
  }

  private init?(name: String, head: ArraySlice<UInt8>) {
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if text.starts(with: "WARC/1.".utf8) || text.starts(with: "WARC/0.".utf8) {
      self = .warc
    } else if !text.isEmpty,
      DocumentName.isOfLines(name)
        || Self.isLines(text, isWhole: head.count < Decompressor.beginningLength)
    {
      self = .lines
    } else {
      return nil
    }
  }

  /// Whether one of the first lines is an object that holds a page.
  private static func isLines(_ text: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
    guard text.first != UInt8(ascii: "<") else { return false }
    var rest = text
    for number in 0..<firstLines {
      rest = rest.drop { $0 <= 0x20 }
      guard !rest.isEmpty else { return false }
      let line = rest.prefix { $0 != 0x0A }
      let isCut = !isWhole && line.endIndex == rest.endIndex
      if holdsPage(line, isFirst: number == 0, isCut: isCut) {
        return true
      }
      rest = rest[line.endIndex...]
    }
    return false
  }

  /// Whether a line is an object with a member that holds a page, or the beginning of such a line is.
  ///
  /// The first line may be damaged; a later one is looked at more closely, since texts have braces too.
  private static func holdsPage(_ line: ArraySlice<UInt8>, isFirst: Bool, isCut: Bool) -> Bool {
    guard line.first == UInt8(ascii: "{"),
      PageLine.keys.contains(where: { key in
        ByteSearch.firstIndex(of: Array("\"\(key)\"".utf8), in: line) != nil
      })
    else { return false }
    return isFirst || isCut || (try? PageLine(Array(line))) != nil
  }
}
