import Extraction

/// A kind of file that holds pages among other things, told by content and never by name.
enum ContainerFormat: Equatable {
  /// WARC 1.0 or 1.1 (ISO 28500).
  case warc
  /// Lines of JSON objects that hold pages.
  case lines

  /// The format that the user asked for, or else the one that the beginning of a file shows.
  ///
  /// - Parameters:
  ///   - choice: How the file is to be read.
  ///   - head: The decompressed beginning of the file.
  init?(_ choice: InputChoice, head: ArraySlice<UInt8>) {
    switch choice {
    case .warc: self = .warc
    case .ndjson: self = .lines
    case .html, .text, .mhtml: return nil
    case .auto: self.init(head: head)
    }
  }

  private init?(head: ArraySlice<UInt8>) {
    if head.starts(with: "WARC/1.".utf8) || head.starts(with: "WARC/0.".utf8) {
      self = .warc
    } else if Self.isLines(head) {
      self = .lines
    } else {
      return nil
    }
  }

  /// Whether the first thing is an object with a member that would hold a page.
  private static func isLines(_ head: ArraySlice<UInt8>) -> Bool {
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard text.first == UInt8(ascii: "{") else { return false }
    let line = text.prefix { $0 != 0x0A }
    return PageLine.keys.contains { key in
      ByteSearch.firstIndex(of: Array("\"\(key)\"".utf8), in: line) != nil
    }
  }
}
