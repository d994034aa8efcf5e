/// Finds tags of HTML near the start of a document.
struct TagScanner {
  /// What a document starts with, comments and whitespace aside.
  enum Start {
    /// A doctype of HTML or a tag of it.
    case html
    /// An XML declaration.
    case xml
    /// Anything else.
    case other
  }

  /// The list of the WHATWG MIME Sniffing standard, section 7.1, and tags that fragments start with.
  private static let names: Set<String> = [
    "a", "article", "b", "base", "body", "br", "center", "div", "font", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "li", "link",
    "main", "meta", "nav", "ol", "p", "pre", "script", "section", "span", "strong", "style",
    "table", "tbody", "td", "title", "tr", "ul",
  ]

  /// Whether that is the name of an element of HTML that pages and parts of them begin with.
  static func isKnown(_ name: String) -> Bool { names.contains(name) }

  private let bytes: [UInt8]
  private var offset = 0

  /// A scanner of a document's first bytes.
  init(_ document: Span<UInt8>, limit: Int) {
    let end = min(document.count, limit)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end)
    bytes.append(copying: document.extracting(..<end))
    self.bytes = bytes
  }

  /// What the document starts with; passes over it.
  mutating func start() -> Start {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while true {
      while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
      guard bytes[offset...].starts(with: "<!--".utf8) else { break }
      // A page that is all comment is HTML.
      guard let end = endOfComment(from: offset + 2) else { return .html }
      offset = end
    }
    let word = lowercasedWord(at: offset + 1)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "<") else { return .other }
    if word == "?xml" { return .xml }
    // Drawings are told before; a page may begin with one that holds its symbols.
    return word == "!doctype" || word == "svg" || Self.names.contains(word) ? .html : .other
  }

  /// Whether that many known tags stand within so many bytes of the start.
  func knownTags(within length: Int, atLeast wanted: Int) -> Bool {
    let end = min(bytes.count, offset + length)
    var found = 0
    for index in offset..<max(offset, end) where bytes[index] == UInt8(ascii: "<") {
      let name = index + 1 < end && bytes[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
      if Self.names.contains(lowercasedWord(at: name)) { found += 1 }
      if found >= wanted { return true }
    }
    return false
  }

  private func endOfComment(from start: Int) -> Int? {
    var place = start
    while place + 3 <= bytes.count {
      if bytes[place..<(place + 3)].elementsEqual("-->".utf8) { return place + 3 }
      place += 1
    }
    return nil
  }

  /// The tag name there, or nothing when a byte follows it that cannot end a name.
  private func lowercasedWord(at start: Int) -> String {
    var word: [UInt8] = []
    var place = start
    // Longer than any name in the list.
    while place < bytes.count, word.count < 12 {
      let byte = bytes[place]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      place += 1
    }
    return String(decoding: word, as: UTF8.self)
  }
}
