internal import BasicContainers

/// A page without its text and attributes, for libxml2 to make a tree of, and where these stand.
///
/// libxml2 looks at each byte of text many times and copies each value, but its tree rests on the names of
/// tags alone, and on where there is text: so it is shown one byte for each run of text. Where the tags
/// inside an element leave nothing to decide, because each end tag closes the element that was opened last
/// and no start tag closes another, it is shown one byte for them all.
struct PageSkeleton: ~Copyable {
  /// Stands for text, or for items of which none can open or close what the parse is shown.
  static let textMark = UInt8(ascii: "x")
  /// Stands for a run of white space.
  static let spaceMark = ASCII.space

  /// White space that libxml2 reads at a time (`HTML_PARSER_BIG_BUFFER_SIZE`): where it has read so much
  /// before a tag, it does not see that nothing else comes, and takes it for text.
  private static let longestSpace = 1000

  /// The tags that the parse is shown, with a mark where there is text.
  private(set) var markup = UniqueArray<UInt8>()
  /// The start tags in it, in their order.
  private(set) var tags = UniqueArray<StartTag>()
  /// The items that each mark in it stands for.
  private(set) var marks = UniqueArray<Range<UInt32>>()
  /// All texts and tags of the page, in their order.
  private(set) var items = UniqueArray<PageItem>()
  /// The elements of all start tags.
  private(set) var elements = UniqueArray<PageElement>()
  /// The attributes of all start tags.
  private(set) var attributes = UniqueArray<TagAttribute>()

  /// The length of all runs of text, white space left out that stands between tags.
  private(set) var textLength = 0

  /// White space since the last tag, in bytes.
  private var spaceLength = 0

  /// Begins a new page.
  mutating func removeAll() {
    markup.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    spaceLength = 0
    textLength = 0
  }

  /// The tags that the parse is shown, which are put back with ``putBack(markup:)``.
  mutating func takeMarkup() -> UniqueArray<UInt8> {
    var taken = UniqueArray<UInt8>()
    swap(&taken, &markup)
    return taken
  }

  /// Puts back what ``takeMarkup()`` took.
  mutating func putBack(markup: consuming UniqueArray<UInt8>) { self.markup = markup }

  /// Makes room for so many elements, so that those of a long page are not copied as they grow in number.
  mutating func reserve(elementCount: Int) {
    // An element has a start tag, most often an end tag, and often a text.
    items.reserveCapacity(elementCount * 3)
    elements.reserveCapacity(elementCount)
  }

  /// Adds a run of text of the page.
  mutating func addText(_ page: Span<UInt8>, _ range: Range<Int>) {
    guard let isText = isText(page, range) else { return }
    // What begins with a control character may have nothing else, which is no white space.
    let isSpace = !isText && ASCII.isLineSpace(page[range.lowerBound])
    items.append(
      PageItem(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        kind: isSpace ? .space : .text))
    addMark(isText ? Self.textMark : Self.spaceMark, from: items.count - 1)
    if isText { textLength += range.count + 1 }
  }

  /// Adds an inline element of the body with its text, and the attributes added since that index.
  ///
  /// In the body such an element neither opens nor closes others, so the parse need not see its tags.
  mutating func addLeaf(
    _ element: ElementName, hash: NameHash, text: Range<Int>, firstAttribute: Int
  ) {
    addItem(.leaf, element, hash: hash, range: text, firstAttribute: firstAttribute)
    addMark(Self.textMark, from: items.count - 1)
    textLength += text.count + 1
    spaceLength = 0
  }

  /// Adds a start tag with its name's place in the page, after the `<`, and the attributes added since that
  /// index.
  mutating func addStartTag(
    _ element: ElementName, hash: NameHash, _ page: Span<UInt8>, name: Range<Int>,
    firstAttribute: Int
  ) {
    let markCount = marks.count
    addItem(.start, element, hash: hash, range: name, firstAttribute: firstAttribute)
    markup.append(ASCII.lessThan)
    markup.append(copying: page.extracting(name))
    endStartTag(markCount: markCount)
  }

  /// Adds a start tag that the page does not hold.
  mutating func addStartTag(_ element: ElementName) {
    addItem(
      .start, element, hash: NameHash(element.nameBytes.span), range: 0..<0,
      firstAttribute: attributes.count)
    markup.append(ASCII.lessThan)
    markup.append(copying: element.nameBytes.span)
    endStartTag(markCount: marks.count)
  }

  /// Adds an end tag with its name's place in the page, after the `</`.
  mutating func addEndTag(_ element: ElementName, _ page: Span<UInt8>, name: Range<Int>) {
    addEndItem(element, name: name)
    beginEndTag()
    markup.append(copying: page.extracting(name))
    markup.append(ASCII.greaterThan)
  }

  /// Adds an end tag that the page does not hold.
  mutating func addEndTag(_ element: ElementName) {
    addEndItem(element, name: 0..<0)
    beginEndTag()
    markup.append(copying: element.nameBytes.span)
    markup.append(ASCII.greaterThan)
  }

  /// Takes what was added since a start tag out of what the parse is shown, and puts a mark in its place.
  mutating func hide(after tag: Int) {
    guard tag < tags.count, Int(tags[tag].itemCount) < items.count else { return }
    let start = tags[tag]
    markup.removeLast(markup.count - Int(start.close) - 1)
    tags.removeLast(tags.count - tag - 1)
    marks.removeLast(marks.count - Int(start.markCount))
    addMark(Self.textMark, from: Int(start.itemCount))
  }

  /// Adds an attribute of the next start tag.
  mutating func addAttribute(_ name: AttributeName, value: Range<Int>) {
    attributes.append(
      TagAttribute(name: name, start: UInt32(value.lowerBound), end: UInt32(value.upperBound)))
  }

  /// Drops the attributes from that index on: their tag was cut.
  mutating func dropAttributes(from index: Int) {
    attributes.removeLast(attributes.count - index)
  }

  private mutating func addMark(_ mark: UInt8, from firstItem: Int) {
    markup.append(mark)
    marks.append(UInt32(firstItem)..<UInt32(items.count))
  }

  private mutating func addItem(
    _ kind: PageItem.Kind, _ element: ElementName, hash: NameHash, range: Range<Int>,
    firstAttribute: Int
  ) {
    items.append(
      PageItem(
        start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        element: UInt32(elements.count), kind: kind, name: element))
    elements.append(
      PageElement(
        name: element, nameHash: hash.folded, firstAttribute: UInt32(firstAttribute),
        endAttribute: UInt32(attributes.count)))
  }

  private mutating func addEndItem(_ element: ElementName, name: Range<Int>) {
    items.append(
      PageItem(
        start: UInt32(name.lowerBound), end: UInt32(name.upperBound), kind: .end, name: element))
  }

  private mutating func endStartTag(markCount: Int) {
    tags.append(
      StartTag(
        close: UInt32(markup.count), element: UInt32(elements.count - 1),
        itemCount: UInt32(items.count), markCount: UInt32(markCount)))
    markup.append(ASCII.greaterThan)
    spaceLength = 0
  }

  private mutating func beginEndTag() {
    markup.append(ASCII.lessThan)
    markup.append(ASCII.slash)
    spaceLength = 0
  }

  /// The index after the character reference at `position`, when it stands for no character.
  private static func endOfNothing(_ page: Span<UInt8>, at position: Int) -> Int? {
    CharacterReference(in: page, at: position).flatMap { $0.scalar == 0 ? $0.end : nil }
  }

  /// Whether libxml2 takes the run for text, or `nil` when it passes over it.
  private mutating func isText(_ page: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    var index = range.lowerBound
    // White space before everything else is skipped.
    var isAtStart = markup.isEmpty
    var hasSpace = spaceLength > 0
    while index < range.upperBound {
      // Lines are indented by many spaces.
      // The range is one of the page, which keeps the load inside it.
      if index + 8 <= range.upperBound,
        ASCIIWords.areSpace(
          unsafe page.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
      {
        hasSpace = !isAtStart
        index += 8
        continue
      }
      let byte = page[index]
      if byte == ASCII.ampersand,
        let end = Self.endOfNothing(page.extracting(..<range.upperBound), at: index)
      {
        // Before a reference, libxml2 takes white space for text.
        if hasSpace { return true }
        isAtStart = false
        index = end
        continue
      }
      if byte > ASCII.space { return true }
      hasSpace = !isAtStart
      index += 1
    }
    if isAtStart { return nil }
    spaceLength += range.count
    if spaceLength >= Self.longestSpace { return true }
    return markup.isEmpty ? nil : false
  }
}
