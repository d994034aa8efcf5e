internal import BasicContainers

/// Cuts from a page, before it is parsed, what can never be text of it.
///
/// Half of an average page's bytes are scripts, styles, drawings, comments and attributes that no stage
/// reads. The reducer follows the tokenizer rules of the HTML standard (section 13.2.5) to find where each
/// of them ends, and notes the tags, attributes and runs of text that are left.
///
/// The input is UTF-8. One pass, linear in the page's length.
struct MarkupReducer: ~Copyable {
  let elements = NameTable.ofElements()
  let attributes = NameTable(
    AttributeName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })

  // Held here, since a table of the program is asked each time whether it was made.
  let traits = ElementTraits.table
  let styleName = NameHash(ascii: "style")

  /// The ranges of the page that hold the bodies of JSON-LD scripts.
  var structuredData: [Range<Int>] = []
  /// The reduced page.
  var skeleton = PageSkeleton()
  /// Whether a `body` or `html` start tag was copied already: a second one adds nothing but work.
  var hasRootElement = false
  var hasBodyElement = false
  /// Whether all that follows is in the body, as far as the page says where that begins.
  var isInBody = false

  /// The elements open so far.
  var openElements = OpenElements()
  /// Whether ``skeleton`` ends before the page does, since it has more elements than were asked for.
  private(set) var isCut = false

  /// Bytes after which the elements of a page are counted that may have too many.
  private static let countedStep = 64 << 10
  /// Bytes of an element with its share of text, on a page of small ones.
  private static let fewestBytes = 32

  /// Reduces the page into ``skeleton``; what an earlier page left there is dropped, its capacity is kept.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - elementLimit: The elements that are enough: what comes somewhat behind them is left out of the skeleton.
  mutating func reduce(_ page: Span<UInt8>, elementLimit: Int = .max) {
    isCut = false
    skeleton.removeAll()
    structuredData.removeAll(keepingCapacity: true)
    hasRootElement = false
    hasBodyElement = false
    isInBody = false
    openElements.removeAll()
    if elementLimit < .max {
      // A step has a third as many elements as bytes at the most.
      let most = elementLimit + Self.countedStep / 3
      skeleton.reserve(elementCount: min(most, page.count / Self.fewestBytes))
    }
    var whole = PageSkeleton()
    var position = 0
    while position < page.count {
      let step = elementLimit == .max ? page.count : Self.countedStep
      position = reduce(page, from: position, to: min(position + step, page.count))
      if isCut {
        skeleton.removeAll()
      } else if skeleton.elements.count > elementLimit, position < page.count {
        swap(&whole, &skeleton)
        isCut = true
      }
    }
    if isCut { swap(&whole, &skeleton) }
  }

  /// Reduces from one place to the first end of markup at or behind another.
  ///
  /// - Returns: Where that is.
  private mutating func reduce(_ page: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: position)
      if open > position { skeleton.addText(page, position..<open) }
      guard open < page.count else { return page.count }
      position = reduceMarkup(page, at: open)
    }
    return position
  }

  /// Reduces the markup whose `<` is at `open`.
  ///
  /// - Returns: The index after it.
  private mutating func reduceMarkup(_ page: Span<UInt8>, at open: Int) -> Int {
    guard open + 1 < page.count else {
      skeleton.addText(page, open..<page.count)
      return open + 1
    }
    let next = page[open + 1]
    if ASCII.isLetter(next) { return reduceStartTag(page, at: open) }
    switch next {
    case ASCII.slash: return reduceEndTag(page, at: open)
    case ASCII.exclamationMark: return MarkupScanner.endOfDeclaration(page, at: open)
    case ASCII.questionMark: return MarkupScanner.end(of: ASCII.greaterThan, in: page, from: open)
    default:
      skeleton.addText(page, open..<(open + 1))
      return open + 1
    }
  }

  private mutating func reduceEndTag(_ page: Span<UInt8>, at open: Int) -> Int {
    let nameStart = open + 2
    guard nameStart < page.count else {
      skeleton.addText(page, open..<page.count)
      return page.count
    }
    guard ASCII.isLetter(page[nameStart]) else {
      return MarkupScanner.end(of: ASCII.greaterThan, in: page, from: open)
    }
    let (nameEnd, hash) = MarkupScanner.tagName(page, from: nameStart)
    let element = element(hash)
    let end = MarkupScanner.endOfTag(page, from: nameEnd)
    // Content after `</body>` belongs to the body all the same, and an opaque element's own end tag was
    // consumed with its content, so that one met here is a stray.
    let isMeaningful =
      end.isClosed && element != .body && element != .html
      && traits[Int(element.rawValue)].isDisjoint(with: [.discarded, .opaque])
    guard isMeaningful else { return end.position }
    if let ended = openElements.end(element, hash) {
      if ended.isSettled { skeleton.hide(after: ended.tag) }
      skeleton.addEndTag(element, page, name: nameStart..<nameEnd)
    } else if traits[Int(element.rawValue)].contains(.block), openElements.isLimited {
      openElements.unsettle()
      skeleton.addStartTag(.br)
    } else if element == .p {
      // The standard makes an empty paragraph of a stray `</p>`: it parts the text around it.
      openElements.unsettle()
      skeleton.addStartTag(.p)
      skeleton.addEndTag(.p)
    }
    return end.position
  }

  /// The element of that name hash.
  func element(_ hash: NameHash) -> ElementName { elements.element(hash) }
}
