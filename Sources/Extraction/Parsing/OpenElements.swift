internal import BasicContainers

/// The elements that are open where the reducer stands, as far as markup alone tells.
///
/// libxml2 looks through its whole stack for the element of an end tag, so that stray end tags on a deep
/// page cost the square of its length. Stray ones are therefore cut before, and so are tags far too deep.
struct OpenElements: ~Copyable {
  /// The largest depth at which a start tag still reaches the parse: twice what the tree keeps by default.
  static let largestDepth = 2_000
  /// How far up the element of an end tag is looked for.
  ///
  /// Pages that people wrote leave a few elements unclosed, not hundreds.
  private static let furthestMatch = 256

  private let traits = ElementTraits.table
  private let impliedEnds = ImpliedEnds()
  private var entries = UniqueArray<OpenElement>()

  /// The elements from this index on hold nothing so far that leaves the parse anything to decide.
  private var firstSettled = 0

  /// Whether a start tag was cut for its depth.
  private(set) var isLimited = false
  /// Elements open below the largest depth, whose tags were cut.
  private var cutElements = 0

  /// The element opened last.
  private var last: ElementName? {
    entries.isEmpty ? nil : entries[entries.count - 1].element
  }

  /// Begins a new page.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    firstSettled = 0
    isLimited = false
    cutElements = 0
  }

  /// Takes in a start tag.
  ///
  /// - Parameters:
  ///   - element: The element.
  ///   - hash: The hash of its name.
  ///   - tag: The number of start tags that the parse is shown before it.
  /// - Returns: Whether the tag may reach the parse.
  mutating func begin(_ element: ElementName, _ hash: NameHash, tag: Int) -> Bool {
    let traits = traits[Int(element.rawValue)]
    if let last, impliedEnds.mayEnd(last, at: element) { unsettle() }
    guard !traits.contains(.void) else { return true }
    if last == .p, traits.contains(.block) { removeLast() }
    if traits.contains(.endedByNext), last == element { removeLast() }
    guard entries.count < Self.largestDepth else {
      unsettle()
      isLimited = true
      cutElements += 1
      return false
    }
    entries.append(OpenElement(hash: hash.value, element: element, tag: UInt32(tag)))
    return true
  }

  /// Notes that something of all open elements is left for the parse to decide.
  mutating func unsettle() { firstSettled = entries.count }

  /// Whether an element that closes none may be opened and closed here.
  func mayHold(_ element: ElementName) -> Bool {
    entries.count < Self.largestDepth && !(element == .a && last == .a)
  }

  /// Whether no element is open but `html` and `head`.
  var isAtTop: Bool {
    for index in entries.indices where entries[index].element != .head { return false }
    return true
  }

  /// Takes in an end tag.
  ///
  /// - Returns: The element that it ends, when one of that name is open, so that the tag may reach the parse.
  mutating func end(_ element: ElementName, _ hash: NameHash) -> EndedElement? {
    if cutElements > 0 {
      cutElements -= 1
      return nil
    }
    let lastIndex = entries.count - 1
    guard lastIndex < 0 || entries[lastIndex].hash != hash.value else { return endLast() }
    let strength = Self.strength(of: element)
    let lowest = max(0, entries.count - Self.furthestMatch)
    var index = lastIndex
    while index >= lowest {
      if entries[index].hash == hash.value { return end(at: index) }
      guard Self.strength(of: entries[index].element) <= strength else { return nil }
      index -= 1
    }
    return nil
  }

  private mutating func endLast() -> EndedElement {
    let entry = entries.removeLast()
    let isSettled = entries.count >= firstSettled
    firstSettled = min(firstSettled, entries.count)
    return EndedElement(tag: Int(entry.tag), isSettled: isSettled)
  }

  private mutating func end(at index: Int) -> EndedElement {
    let ended = EndedElement(tag: Int(entries[index].tag), isSettled: false)
    entries.removeLast(entries.count - index)
    unsettle()
    return ended
  }

  private mutating func removeLast() {
    entries.removeLast(1)
    unsettle()
  }

  /// Which open elements an end tag can close on its way up: none that is stronger than itself.
  ///
  /// These are libxml2's priorities (`htmlEndPriority`), so that both agree on what is open; the HTML
  /// standard's scopes come to the same for these elements.
  private static func strength(of element: ElementName) -> Int {
    switch element {
    case .div: 150
    case .td, .th: 160
    case .tr: 170
    case .thead, .tbody, .tfoot: 180
    case .table: 190
    case .head: 200
    default: 100
    }
  }
}
