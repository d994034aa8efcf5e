/// The elements of a page with the places of their tags, as `Scripts/corpus-from-annotated.py` reads it.
///
/// It differs from ``BlockTree`` in that nothing is moved or added, so that what stands in it can be found
/// again in the page.
struct MarkupOutline {
  /// An element.
  struct Element {
    /// The index of the element around it; its own for the root.
    var parent: Int
    /// What element it is.
    var name: ElementName
    /// A hash of its name.
    var hash: NameHash
    /// The index in the page after the name in its start tag.
    var nameEnd: Int
    /// Whether nothing in it is text of the page.
    var isSkipped: Bool
  }

  /// A run of text.
  struct Run {
    /// The index of the element that it stands in.
    var element: Int
    /// Where it stands in the page.
    var range: Range<Int>
  }

  /// The elements in document order; the first is a root that no page holds.
  private(set) var elements: [Element]
  /// The runs of text in document order.
  private(set) var runs: [Run] = []

  private var open = 0
  private let names = NameTable.ofElements()

  /// Reads a page in UTF-8; linear in its length.
  init(_ page: Span<UInt8>) {
    elements = [
      Element(parent: 0, name: .root, hash: NameHash(), nameEnd: 0, isSkipped: false)
    ]
    var position = 0
    while position < page.count {
      let mark = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position)
      if mark > position { runs.append(Run(element: open, range: position..<mark)) }
      guard mark < page.count else { break }
      position = readMarkup(page, at: mark)
    }
  }

  /// Reads what begins with the `<` at `mark`.
  ///
  /// - Returns: The index after it.
  private mutating func readMarkup(_ page: Span<UInt8>, at mark: Int) -> Int {
    guard mark + 1 < page.count else { return page.count }
    let next = page[mark + 1]
    if ASCII.isLetter(next) { return readStartTag(page, at: mark) }
    if next == ASCII.exclamationMark { return MarkupScanner.endOfDeclaration(page, at: mark) }
    if next == ASCII.questionMark {
      return MarkupScanner.end(of: ASCII.greaterThan, in: page, from: mark)
    }
    guard next == ASCII.slash, mark + 2 < page.count else {
      runs.append(Run(element: open, range: mark..<(mark + 1)))
      return mark + 1
    }
    let (nameEnd, hash) = MarkupScanner.tagName(page, from: mark + 2)
    endElement(hash)
    return MarkupScanner.endOfTag(page, from: nameEnd).position
  }

  private mutating func readStartTag(_ page: Span<UInt8>, at mark: Int) -> Int {
    let (nameEnd, hash) = MarkupScanner.tagName(page, from: mark + 1)
    let name = names.element(hash)
    let (end, isClosed) = MarkupScanner.endOfTag(page, from: nameEnd)
    guard isClosed else { return page.count }
    endImplied(by: name)
    let isSkipped =
      elements[open].isSkipped || Self.skipped.contains(name)
      || Self.isHidden(page, from: nameEnd, to: end)
    elements.append(
      Element(parent: open, name: name, hash: hash, nameEnd: nameEnd, isSkipped: isSkipped))
    if name == .script { return MarkupScanner.scriptText(page, from: end).end }
    if name.traits.contains(.rawText), name != .xmp {
      return MarkupScanner.rawText(of: name, in: page, from: end).end
    }
    // A slash ends an element in drawings alone.
    let isClosedAtOnce = elements[open].isSkipped && page[end - 2] == ASCII.slash
    if !name.traits.contains(.void), !isClosedAtOnce { open = elements.count - 1 }
    return end
  }

  // MARK: - Ends

  /// How far up an element is looked for: pages that people wrote leave few elements open.
  private static let furthestMatch = 256

  private mutating func endElement(_ hash: NameHash) {
    var element = open
    for _ in 0..<Self.furthestMatch where element != 0 {
      if elements[element].hash == hash {
        open = elements[element].parent
        return
      }
      element = elements[element].parent
    }
  }

  /// Ends the elements that the start of another ends, as far up as its scope.
  private mutating func endImplied(by name: ElementName) {
    if Self.closesParagraph.contains(name) {
      _ = endNearest([.p], within: Self.paragraphScope)
    }
    guard let (ended, scope) = Self.impliedEnds(of: name) else { return }
    while endNearest(ended, within: scope) {}
  }

  private mutating func endNearest(
    _ names: Set<ElementName>, within scope: Set<ElementName>
  ) -> Bool {
    var element = open
    for _ in 0..<Self.furthestMatch where element != 0 {
      let name = elements[element].name
      if scope.contains(name) { return false }
      if names.contains(name) {
        open = elements[element].parent
        return true
      }
      element = elements[element].parent
    }
    return false
  }

  private static func impliedEnds(
    of name: ElementName
  ) -> (ended: Set<ElementName>, scope: Set<ElementName>)? {
    switch name {
    case .li: ([.li], [.ul, .ol, .menu, .dir])
    case .dt, .dd: ([.dt, .dd], [.dl])
    case .tr: ([.tr, .td, .th], [.table])
    case .td, .th: ([.td, .th], [.tr, .table])
    case .tbody, .tfoot: ([.thead, .tbody, .tr, .td, .th], [.table])
    default: nil
    }
  }

  private static let closesParagraph: Set<ElementName> = [
    .address, .article, .aside, .blockquote, .center, .details, .dir, .div, .dl, .fieldset,
    .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .main, .menu,
    .nav, .ol, .p, .pre, .section, .table, .ul,
  ]
  private static let paragraphScope: Set<ElementName> = [
    .button, .td, .th, .table, .caption, .object, .body, .div, .section, .article,
  ]

  // MARK: - Text that is none

  private static let skipped: Set<ElementName> = [
    .head, .script, .style, .template, .svg, .math, .select, .textarea, .iframe, .object, .audio,
    .video, .canvas, .noembed, .noframes,
  ]

  private static let hiddenName = NameHash(ascii: "hidden")
  private static let styleName = NameHash(ascii: "style")

  private static func isHidden(_ page: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var position = start
    while position < end - 1 {
      if ASCII.isSpace(page[position]) || page[position] == ASCII.slash {
        position += 1
        continue
      }
      let attribute = MarkupScanner.attribute(page, at: position)
      if attribute.hash == hiddenName { return true }
      if attribute.hash == styleName {
        let style = String(copying: page.extracting(attribute.value)).lowercased()
          .filter { !$0.isWhitespace }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      }
      position = max(attribute.end, position + 1)
    }
    return false
  }
}
