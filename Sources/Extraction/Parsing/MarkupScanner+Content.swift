extension MarkupScanner {
  /// The raw text of the element whose start tag ends at `start`, and the index after its end tag.
  ///
  /// The text ends at the first end tag of the same name (RAWTEXT and RCDATA states).
  static func rawText(
    of element: ElementName, in page: Span<UInt8>, from start: Int
  ) -> (text: Range<Int>, end: Int) {
    let name = element.nameBytes
    var position = start
    while true {
      let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position)
      guard open < page.count else { return (start..<page.count, page.count) }
      if isEndTag(name, in: page, at: open) {
        return (start..<open, endOfTag(page, from: open + 2 + name.count).position)
      }
      position = open + 1
    }
  }

  /// The text of the script whose start tag ends at `start`, and the index after its end tag.
  ///
  /// Inside `<!--`, a nested `<script` hides the next `</script` (script data double escaped state).
  static func scriptText(_ page: Span<UInt8>, from start: Int) -> (text: Range<Int>, end: Int) {
    var position = start
    var isEscaped = false
    var isDoubleEscaped = false
    while true {
      let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position)
      if isEscaped, let close = firstCommentEnd(page, in: position..<open) {
        isEscaped = false
        isDoubleEscaped = false
        position = close
        continue
      }
      guard open < page.count else { return (start..<page.count, page.count) }
      position = open + 1
      if isEndTag(scriptName, in: page, at: open) {
        guard isDoubleEscaped else {
          return (start..<open, endOfTag(page, from: open + 2 + scriptName.count).position)
        }
        isDoubleEscaped = false
      } else if isEscaped, isName(scriptName, in: page, at: open + 1) {
        isDoubleEscaped = true
      } else if open + 3 < page.count, page[open + 1] == ASCII.exclamationMark,
        page[open + 2] == ASCII.hyphen, page[open + 3] == ASCII.hyphen
      {
        isEscaped = true
        // The two hyphens may belong to the `-->` that ends it.
        position = open + 2
      }
    }
  }

  /// The index after the element whose start tag ends at `start`, nested elements of its name counted.
  ///
  /// A drawing or formula also ends where the tree builder leaves foreign content: before a start tag that
  /// can only be HTML.
  static func endOfSubtree(
    of element: ElementName, in page: Span<UInt8>, from start: Int, names: borrowing MarkupReducer
  ) -> Int {
    let isForeign = element == .svg || element == .math
    var depth = 1
    var integrationDepth = 0
    var position = start
    while position < page.count {
      let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position)
      guard open + 1 < page.count else { return page.count }
      let isEndTag = page[open + 1] == ASCII.slash
      let nameStart = open + (isEndTag ? 2 : 1)
      guard nameStart < page.count, ASCII.isLetter(page[nameStart]) else {
        position =
          page[open + 1] != ASCII.exclamationMark
          ? open + 1
          : isForeign ? endOfForeignDeclaration(page, at: open) : endOfDeclaration(page, at: open)
        continue
      }
      let (nameEnd, hash) = tagName(page, from: nameStart)
      let inner = names.element(hash)
      let tagEnd = endOfTag(page, from: nameEnd).position
      if hash == foreignObjectName { integrationDepth += isEndTag ? -1 : 1 }
      if isEndTag {
        if inner == element { depth -= 1 }
        if depth == 0 { return tagEnd }
        // An unclosed selection list or drawing must not swallow the rest of the page.
        if inner == .body || inner == .html { return open }
        position = tagEnd
      } else {
        if isForeign, integrationDepth <= 0, inner.traits.contains(.endsForeignContent) {
          return open
        }
        if element == .select, inner == .input || inner == .textarea { return open }
        // A second start tag of a selection list counts as its end tag.
        if element == .select, inner == .select { return tagEnd }
        let isSelfClosing = isForeign && page[tagEnd - 2] == ASCII.slash
        position = tagEnd
        if isSelfClosing { continue }
        if inner == element { depth += 1 }
        if inner == .script {
          position = scriptText(page, from: tagEnd).end
        } else if !isForeign, inner.traits.contains(.rawText) {
          position = rawText(of: inner, in: page, from: tagEnd).end
        }
      }
    }
    return page.count
  }

  /// The index after the comment or CDATA section whose `<!` is at `open` in foreign content.
  private static func endOfForeignDeclaration(_ page: Span<UInt8>, at open: Int) -> Int {
    let textStart = open + 2 + sectionName.count
    guard textStart <= page.count,
      sectionName.indices.allSatisfy({ page[open + 2 + $0] == sectionName[$0] })
    else { return endOfDeclaration(page, at: open) }
    var position = textStart
    while true {
      let close = ByteSearch.firstIndex(of: ASCII.greaterThan, in: page, from: position)
      guard close < page.count else { return page.count }
      let isEnd =
        close >= textStart + 2 && page[close - 1] == ASCII.rightBracket
        && page[close - 2] == ASCII.rightBracket
      if isEnd { return close + 1 }
      position = close + 1
    }
  }

  /// Whether an end tag of that name (in lower case) is at `open`.
  private static func isEndTag(_ name: [UInt8], in page: Span<UInt8>, at open: Int) -> Bool {
    open + 1 < page.count && page[open + 1] == ASCII.slash && isName(name, in: page, at: open + 2)
  }

  /// Whether that name (in lower case) is at `start`, and nothing more of a name behind it.
  private static func isName(_ name: [UInt8], in page: Span<UInt8>, at start: Int) -> Bool {
    guard start + name.count < page.count else { return false }
    for index in name.indices where ASCII.lowercased(page[start + index]) != name[index] {
      return false
    }
    let next = page[start + name.count]
    return ASCII.isSpace(next) || next == ASCII.slash || next == ASCII.greaterThan
  }

  private static func firstCommentEnd(_ page: Span<UInt8>, in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound {
      let close = ByteSearch.firstIndex(
        of: ASCII.greaterThan, in: page.extracting(..<range.upperBound), from: position)
      guard close < range.upperBound else { return nil }
      let isEnd =
        close >= range.lowerBound + 2 && page[close - 1] == ASCII.hyphen
        && page[close - 2] == ASCII.hyphen
      if isEnd { return close + 1 }
      position = close + 1
    }
    return nil
  }

  private static let scriptName = Array("script".utf8)
  private static let sectionName = Array("[CDATA[".utf8)
  private static let foreignObjectName = NameHash(ascii: "foreignobject")
}
