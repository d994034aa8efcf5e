/// A page without its text and attributes, for libxml2 to make a tree of, and where these stand.
///
/// libxml2 looks at each byte of text many times and copies each value, but its tree rests on the names of
/// tags alone, and on where there is text: so it is shown one byte for each run of text.
struct PageSkeleton {
  /// Stands for a run of text.
  static let textMark = UInt8(ascii: "x")
  /// Stands for a run of white space.
  static let spaceMark = ASCII.space

  /// White space that libxml2 reads at a time (`HTML_PARSER_BIG_BUFFER_SIZE`): where it has read so much
  /// before a tag, it does not see that nothing else comes, and takes it for text.
  private static let longestSpace = 1000

  /// The tags, with a mark where there is text.
  private(set) var markup: [UInt8] = []
  /// The start tags in their order.
  private(set) var tags: [StartTag] = []
  /// The attributes of all start tags.
  private(set) var attributes: [TagAttribute] = []
  /// The runs of text, one for each mark.
  private(set) var runs: [TextRun] = []

  /// The elements whose tags are not shown.
  private(set) var leaves: [LeafElement] = []

  /// The length of all runs of text, white space left out that stands between tags.
  private(set) var textLength = 0

  /// White space since the last tag, in bytes.
  private var spaceLength = 0

  /// Begins a new page.
  mutating func removeAll() {
    markup.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    spaceLength = 0
    textLength = 0
  }

  /// Adds a run of text of the page.
  mutating func addText(_ page: Span<UInt8>, _ range: Range<Int>) {
    guard let isText = isText(page, range) else { return }
    runs.append(TextRun(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    markup.append(isText ? Self.textMark : Self.spaceMark)
    if isText { textLength += range.count + 1 }
  }

  /// Adds an inline element of the body with its text, and the attributes added since that index.
  mutating func addLeaf(
    _ element: ElementName, hash: NameHash, text: Range<Int>, firstAttribute: Int
  ) {
    leaves.append(
      LeafElement(
        name: element, nameHash: hash.folded, firstAttribute: UInt32(firstAttribute),
        endAttribute: UInt32(attributes.count)))
    runs.append(
      TextRun(
        start: UInt32(text.lowerBound), end: UInt32(text.upperBound), leaf: UInt32(leaves.count)))
    markup.append(Self.textMark)
    textLength += text.count + 1
    spaceLength = 0
  }

  /// Adds a start tag: what of it stands in the page up to the end of its name, and the attributes that
  /// were added since that index.
  mutating func addStartTag(_ name: Span<UInt8>, firstAttribute: Int) {
    markup.append(copying: name)
    endStartTag(firstAttribute: firstAttribute)
  }

  /// Adds a start tag that the page does not hold: `<name`.
  mutating func addStartTag(ascii name: StaticString) {
    markup.append(ascii: name)
    endStartTag(firstAttribute: attributes.count)
  }

  /// Adds an end tag up to the end of its name, as in `</p`.
  mutating func addEndTag(_ name: Span<UInt8>) {
    markup.append(copying: name)
    markup.append(ASCII.greaterThan)
    spaceLength = 0
  }

  /// Adds an end tag that the page does not hold.
  mutating func addEndTag(ascii name: StaticString) {
    markup.append(ascii: name)
    markup.append(ASCII.greaterThan)
    spaceLength = 0
  }

  /// Adds an attribute of the next start tag.
  mutating func addAttribute(_ name: AttributeName, value: Range<Int>) {
    attributes.append(
      TagAttribute(name: name, start: UInt32(value.lowerBound), end: UInt32(value.upperBound)))
  }

  /// Drops the attributes from that index on: their tag was cut.
  mutating func dropAttributes(from index: Int) {
    attributes.removeSubrange(index...)
  }

  private mutating func endStartTag(firstAttribute: Int) {
    tags.append(
      StartTag(
        close: UInt32(markup.count), firstAttribute: UInt32(firstAttribute),
        endAttribute: UInt32(attributes.count)))
    markup.append(ASCII.greaterThan)
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
