/// Reads the encoding that a page declares, by the standard's "prescan a byte stream".
///
/// A `meta` element with `charset`, or with `http-equiv` and `content`, or an XML declaration counts;
/// what stands in a comment does not. UTF-16 is read as UTF-8, since ASCII could not have been read.
struct DeclarationPrescan {
  /// Bytes searched.
  ///
  /// The standard's 1,024 miss pages that put scripts before the declaration.
  private static let searchLength = 16_384
  /// Bytes searched first: most declarations stand among them, as the standard asks.
  private static let usualLength = 1024

  /// The start of the page, its ASCII letters in lower case.
  private let head: [UInt8]
  private var offset = 0

  private init(_ page: Span<UInt8>, length: Int) {
    let end = min(page.count, length)
    var head: [UInt8] = []
    head.reserveCapacity(end)
    head.append(copying: page.extracting(..<end))
    for index in head.indices where head[index] &- 0x41 < 26 { head[index] |= 0x20 }
    self.head = head
  }

  /// The encoding that a page declares.
  static func encoding(in page: Span<UInt8>) -> CharacterEncoding? {
    if page.count > usualLength {
      var prescan = DeclarationPrescan(page, length: usualLength)
      let encoding = prescan.xmlDeclaration() ?? prescan.scan()
      // What the end of the search cuts through may say something else as a whole.
      if let encoding, prescan.offset < usualLength,
        prescan.index(after: ">", from: prescan.offset) != nil
      {
        return encoding
      }
    }
    var prescan = DeclarationPrescan(page, length: searchLength)
    return prescan.xmlDeclaration() ?? prescan.scan()
  }

  private mutating func scan() -> CharacterEncoding? {
    while let tag = head[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = tag
      if starts(with: "<!--") {
        // The dashes of the opening can be those of the close, as in `<!-->`.
        offset = index(after: "-->", from: tag + 2) ?? head.count
      } else if starts(with: "<meta"), isAttributeStart(tag + 5) {
        offset = tag + 5
        if let encoding = meta() { return encoding }
      } else if starts(with: "<!") || starts(with: "<?") {
        offset = index(after: ">", from: tag) ?? head.count
      } else if isLetter(tag + 1) || (starts(with: "</") && isLetter(tag + 2)) {
        skipTagName()
        while attribute() != nil {}
      } else {
        offset = tag + 1
      }
    }
    return nil
  }

  private mutating func meta() -> CharacterEncoding? {
    var seen: Set<String> = []
    var namesContentType = false
    var needsContentType = false
    var encoding: CharacterEncoding?
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      switch name {
      case "http-equiv": namesContentType = value == "content-type"
      case "charset":
        encoding = Self.declared(value)
        needsContentType = false
      case "content":
        guard encoding == nil, let charset = Self.charset(inContent: value) else { continue }
        encoding = Self.declared(charset)
        needsContentType = true
      default: continue
      }
    }
    return needsContentType && !namesContentType ? nil : encoding
  }

  /// The next attribute, or `nil` at the tag's end, which is passed.
  private mutating func attribute() -> (name: String, value: String)? {
    while isSpace(offset) || at(offset) == UInt8(ascii: "/") { offset += 1 }
    guard offset < head.count else { return nil }
    if at(offset) == UInt8(ascii: ">") {
      offset += 1
      return nil
    }
    let nameStart = offset
    while let byte = at(offset), !isSpace(offset), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "/"), byte != UInt8(ascii: "=") || offset == nameStart
    {
      offset += 1
    }
    let name = text(nameStart, offset)
    while isSpace(offset) { offset += 1 }
    guard at(offset) == UInt8(ascii: "=") else { return (name, "") }
    offset += 1
    while isSpace(offset) { offset += 1 }
    return (name, value())
  }

  private mutating func value() -> String {
    if let quote = at(offset), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = offset + 1
      let end = head[start...].firstIndex(of: quote) ?? head.count
      offset = min(end + 1, head.count)
      return text(start, end)
    }
    let start = offset
    while let byte = at(offset), !isSpace(offset), byte != UInt8(ascii: ">") { offset += 1 }
    return text(start, offset)
  }

  private mutating func skipTagName() {
    while let byte = at(offset), !isSpace(offset), byte != UInt8(ascii: ">") { offset += 1 }
  }

  /// The encoding of `<?xml … encoding="…"?>` at the page's start.
  private func xmlDeclaration() -> CharacterEncoding? {
    var start = 0
    while isSpace(start) { start += 1 }
    guard head[start...].starts(with: "<?xml".utf8) else { return nil }
    let end = index(after: ">", from: start) ?? head.count
    guard var place = index(after: "encoding", from: start), place < end else { return nil }
    while isSpace(place) { place += 1 }
    guard at(place) == UInt8(ascii: "=") else { return nil }
    place += 1
    while isSpace(place) { place += 1 }
    guard let quote = at(place), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = head[(place + 1)...].firstIndex(of: quote), close < end
    else { return nil }
    return Self.declared(text(place + 1, close))
  }

  private static func declared(_ label: String) -> CharacterEncoding? {
    guard let encoding = CharacterEncoding(label: label) else { return nil }
    if encoding.isUTF16 { return .utf8 }
    return encoding == .userDefined ? .windows1252 : encoding
  }

  /// The standard's "extracting a character encoding from a meta element".
  private static func charset(inContent content: String) -> String? {
    let bytes = Array(content.utf8)
    let word = Array("charset".utf8)
    let spaces: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
    var start = 0
    while start + word.count < bytes.count {
      guard bytes[start..<(start + word.count)].elementsEqual(word) else {
        start += 1
        continue
      }
      start += word.count
      let afterName = bytes[start...].drop { spaces.contains($0) }
      guard afterName.first == UInt8(ascii: "=") else { continue }
      let value = afterName.dropFirst().drop { spaces.contains($0) }
      guard let quote = value.first else { return nil }
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
      }
      let end = value.prefix { !spaces.contains($0) && $0 != UInt8(ascii: ";") }
      return String(decoding: end, as: UTF8.self)
    }
    return nil
  }

  // MARK: - Bytes

  private func at(_ index: Int) -> UInt8? { index < head.count ? head[index] : nil }

  private func isSpace(_ index: Int) -> Bool {
    guard let byte = at(index) else { return false }
    return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
  }

  private func isLetter(_ index: Int) -> Bool {
    guard let byte = at(index) else { return false }
    return (0x61...0x7A).contains(byte)
  }

  private func isAttributeStart(_ index: Int) -> Bool {
    isSpace(index) || at(index) == UInt8(ascii: "/")
  }

  private func starts(with text: String) -> Bool { head[offset...].starts(with: text.utf8) }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: head[start..<max(start, end)], as: UTF8.self)
  }

  private func index(after text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var place = start
    while place + wanted.count <= head.count {
      if head[place..<(place + wanted.count)].elementsEqual(wanted) { return place + wanted.count }
      place += 1
    }
    return nil
  }
}
