/// Finds where markup ends, by the tokenizer rules of the HTML standard (section 13.2.5).
///
/// Every function takes the page and an index and looks only forward. An end that the page does not hold
/// is the page's end.
enum MarkupScanner {
  /// The index after the first `byte` at or after `start`.
  static func end(of byte: UInt8, in page: Span<UInt8>, from start: Int) -> Int {
    min(ByteSearch.firstIndex(of: byte, in: page, from: start) + 1, page.count)
  }

  /// The index after the comment, document type or bogus comment whose `<!` is at `open`.
  static func endOfDeclaration(_ page: Span<UInt8>, at open: Int) -> Int {
    guard open + 3 < page.count, page[open + 2] == ASCII.hyphen, page[open + 3] == ASCII.hyphen
    else {
      return end(of: ASCII.greaterThan, in: page, from: open)
    }
    return endOfComment(page, from: open + 4)
  }

  /// The index after the comment whose text begins at `start`: after `-->`, `--!>`, or an immediate `>` or `->`.
  private static func endOfComment(_ page: Span<UInt8>, from start: Int) -> Int {
    if start < page.count, page[start] == ASCII.greaterThan { return start + 1 }
    if start + 1 < page.count, page[start] == ASCII.hyphen, page[start + 1] == ASCII.greaterThan {
      return start + 2
    }
    var position = start
    while true {
      let close = ByteSearch.firstIndex(of: ASCII.greaterThan, in: page, from: position)
      guard close < page.count else { return page.count }
      let isPlain =
        close >= start + 2 && page[close - 1] == ASCII.hyphen && page[close - 2] == ASCII.hyphen
      let isExclaimed =
        close >= start + 3 && page[close - 1] == ASCII.exclamationMark
        && page[close - 2] == ASCII.hyphen && page[close - 3] == ASCII.hyphen
      if isPlain || isExclaimed { return close + 1 }
      position = close + 1
    }
  }

  /// The index after the tag name that begins at `start`, and the hash of the name.
  static func tagName(_ page: Span<UInt8>, from start: Int) -> (end: Int, hash: NameHash) {
    var hash = NameHash()
    var position = start
    while position < page.count {
      // The loop's condition keeps the index inside the page.
      let byte = unsafe page[unchecked: position]
      if byte <= ASCII.greaterThan, endsName(byte) { break }
      hash.combine(lowercasing: byte)
      position += 1
    }
    return (position, hash)
  }

  /// Whether the byte ends a name: white space, `/` or `>`.
  @inline(__always)
  private static func endsName(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greaterThan
  }

  /// The index after the `>` of the tag whose attributes begin at `start`, and whether there is one.
  static func endOfTag(_ page: Span<UInt8>, from start: Int) -> (position: Int, isClosed: Bool) {
    var position = start
    while position < page.count {
      let byte = page[position]
      if byte == ASCII.greaterThan { return (position + 1, true) }
      if ASCII.isSpace(byte) || byte == ASCII.slash {
        position += 1
      } else {
        position = attribute(page, at: position).end
      }
    }
    return (page.count, false)
  }

  /// The attribute whose name begins at `start`.
  static func attribute(_ page: Span<UInt8>, at start: Int) -> ScannedAttribute {
    var hash = NameHash()
    var position = start
    while position < page.count {
      // The loop's condition keeps the index inside the page.
      let byte = unsafe page[unchecked: position]
      // Every byte that can end a name is at most `>`.
      if byte <= ASCII.greaterThan, endsName(byte) || (byte == ASCII.equals && position > start) {
        break
      }
      hash.combine(lowercasing: byte)
      position += 1
    }
    let name = start..<position
    let afterName = skipSpaces(page, from: position)
    guard afterName < page.count, page[afterName] == ASCII.equals else {
      return ScannedAttribute(
        name: name, hash: hash, value: afterName..<afterName, end: afterName,
        isComplete: afterName < page.count)
    }
    let (value, end) = attributeValue(page, from: skipSpaces(page, from: afterName + 1))
    return ScannedAttribute(
      name: name, hash: hash, value: value, end: end, isComplete: end < page.count)
  }

  private static func attributeValue(
    _ page: Span<UInt8>, from start: Int
  ) -> (value: Range<Int>, end: Int) {
    guard start < page.count else { return (start..<start, start) }
    let first = page[start]
    if first == ASCII.quotationMark || first == ASCII.apostrophe {
      let close = ByteSearch.firstIndex(of: first, in: page, from: start + 1)
      return ((start + 1)..<close, min(close + 1, page.count))
    }
    var position = start
    while position < page.count, !ASCII.isSpace(page[position]),
      page[position] != ASCII.greaterThan
    {
      position += 1
    }
    return (start..<position, position)
  }

  private static func skipSpaces(_ page: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < page.count, ASCII.isSpace(page[position]) { position += 1 }
    return position
  }
}
