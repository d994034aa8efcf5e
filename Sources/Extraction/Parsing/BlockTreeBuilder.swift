/// Builds a ``BlockTree`` and the page's declarations from parse events.
///
/// Events must be balanced, as libxml2's are. Nothing is allocated per element once the arrays have grown
/// to the size of the largest page.
struct BlockTreeBuilder {
  /// The tree so far.
  var tree = BlockTree()
  /// What the page declares so far.
  var declarations = PageDeclarations()
  /// Elements whose attributes speak of an author or a date.
  var bylineCandidates: [PageOutline.BylineCandidate] = []
  /// Elements whose classes or attributes speak of a person.
  var people: [PersonElement] = []
  var captureCount = 0
  /// Whether a limit was reached, so that the parse should stop.
  private(set) var isStopped = false

  var stack: [BlockContext] = []
  /// Elements open whose content is no text.
  var opaqueDepth = 0
  /// Elements open below the depth limit, which the tree does not hold.
  private var deepElements = 0
  /// Blocks made so far in elements at or below the depth limit, each of which counts as an element.
  var deepBlocks = 0
  var pending = PendingBlock()
  /// The first block of each open table row.
  var rows: [Int] = []
  /// Open elements whose text the declarations want.
  var captures: [DeclarationCapture] = []
  /// Whether the document's title is being collected, and its bytes so far.
  var isInTitle = false
  var titleBytes: [UInt8] = []
  private let hintReader = ClassHintReader()
  private var linkHintReader = LinkHintReader()
  private var classes = ClassReadings()
  let traits = ElementTraits.table
  var nodeLimit = Int.max
  var depthLimit = Int.max

  /// Begins a new page.
  mutating func begin(nodeLimit: Int, depthLimit: Int) {
    tree.removeAll()
    declarations = PageDeclarations()
    bylineCandidates.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    captureCount = 0
    classes.removeAll()
    stack.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    isInTitle = false
    titleBytes.removeAll(keepingCapacity: true)
    opaqueDepth = 0
    deepElements = 0
    deepBlocks = 0
    pending = PendingBlock()
    isStopped = false
    self.nodeLimit = nodeLimit
    self.depthLimit = depthLimit
    tree.nodes.append(
      Node(
        parent: 0, end: 0, firstBlock: 0, endBlock: 0, hints: [], signature: 0, depth: 0,
        name: .root, flags: []))
    stack.append(.root)
  }

  /// Elements from which on copying a page's blocks as they grow in number takes much memory.
  private static let manyElements = 100_000

  /// Makes room for so many elements and so much text, so that a long page is not copied as it grows.
  mutating func reserve(nodeCount: Int, textLength: Int) {
    tree.nodes.reserveCapacity(min(nodeCount, nodeLimit))
    // Only what is written is ever touched, though all of it counts against the limit on a worker's memory.
    tree.text.reserveCapacity(CollapsedRun.capacity(for: textLength))
    if nodeCount > Self.manyElements { tree.blocks.reserveCapacity(min(nodeCount, nodeLimit)) }
  }

  /// Ends the page: closes what is open.
  mutating func end() {
    flush()
    while let context = stack.popLast() { close(context.node) }
  }

  /// Takes in a start tag.
  ///
  /// - Parameters:
  ///   - name: The element.
  ///   - nameHash: A hash of its name, which tells custom elements apart.
  ///   - attributes: Its attributes.
  mutating func startElement(
    _ name: ElementName, nameHash: UInt32, attributes: AttributeList
  ) {
    let traits = traits[Int(name.rawValue)]
    if opaqueDepth > 0 || traits.contains(.opaque) {
      opaqueDepth += 1
      if name == .title, declarations.documentTitle == nil { beginTitle() }
      return
    }
    guard !traits.contains(.discarded) else { return }
    partText(atStartOf: name, traits)
    guard tree.nodes.count + deepBlocks < nodeLimit else { return stop(at: .nodes) }
    guard let parent = stack.last else { return }
    guard stack.count <= depthLimit else { return beginDeepElement() }
    var node = Node(
      parent: parent.node, end: 0, firstBlock: UInt32(tree.blocks.count), endBlock: 0, hints: [],
      signature: nameHash, depth: UInt32(stack.count), name: name, flags: [])
    // A theme writes the whole page's type into the classes of `html` and `body`: they hint at nothing.
    let hasHints = name != .html && name != .body
    if hasHints, !attributes.isEmpty { read(attributes, of: name, into: &node) }
    let index = UInt32(tree.nodes.count)
    tree.nodes.append(node)
    if node.flags.contains(.anchor) { noteAnchor(index, attributes) }
    var context = parent
    context.node = index
    context.enter(name, traits: traits, isHidden: node.flags.contains(.hidden))
    stack.append(context)
    if name == .tr { rows.append(tree.blocks.count) }
    let isPerson = !node.hints.isDisjoint(with: [.byline, .user])
    if node.flags.contains(.declares) || name == .time || isPerson {
      beginCapture(of: name, attributes: attributes, isPerson: isPerson)
    }
    if name == .meta || name == .link || name == .html { declare(name, attributes: attributes) }
  }

  /// Takes in an end tag.
  mutating func endElement(_ name: ElementName) {
    let traits = traits[Int(name.rawValue)]
    if opaqueDepth > 0 {
      opaqueDepth -= 1
      if name == .title { endTitle() }
      return
    }
    guard deepElements == 0 else {
      if traits.contains(.block) { flush() }
      deepElements -= traits.contains(.discarded) ? 0 : 1
      return
    }
    guard !traits.contains(.discarded), !isStopped, stack.count > 1, let context = stack.last,
      tree.nodes[Int(context.node)].name == name
    else { return }
    if traits.contains(.block) {
      flush()
      pending.followsLineBreak = name == .br
      if name != .br { pending.followsEmptyLine = false }
    } else if name == .sup {
      pending.isExponent = false
    } else if traits.contains(.apart) {
      noteSeam(isStart: false)
    }
    stack.removeLast()
    close(context.node)
    if name == .a { pending.endsInLink = true }
    if name == .tr, let firstBlock = rows.popLast() {
      mergeCells(from: firstBlock, row: context.node)
    }
    if captures.last?.node == context.node { endCapture() }
  }

  private mutating func close(_ index: UInt32) {
    tree.nodes[Int(index)].end = UInt32(tree.nodes.count)
    tree.nodes[Int(index)].endBlock = UInt32(tree.blocks.count + (pending.isOpen ? 1 : 0))
  }

  /// Takes in an element below the depth limit: its text belongs to the deepest element above.
  private mutating func beginDeepElement() {
    deepElements += 1
    note(.depth)
  }

  private mutating func stop(at limit: ExtractionLimit) {
    isStopped = true
    note(limit)
  }

  /// Notes that a limit bound.
  mutating func note(_ limit: ExtractionLimit) {
    if !tree.limits.contains(limit) { tree.limits.append(limit) }
  }

  private mutating func read(
    _ attributes: AttributeList, of name: ElementName, into node: inout Node
  ) {
    let seed = node.signature
    if let reading = attributes.withValue(.class, { classes.reading(of: $0, seed: seed) }) {
      node.hints = reading.hints
      node.signature = reading.signature
    }
    for attribute in [AttributeName.id, .role] where attributes.has(attribute) {
      let hints = attributes.withValue(attribute) { hintReader.hints(in: $0) }
      node.hints.formUnion(hints ?? [])
    }
    if attributes.has(.hidden) { node.flags.insert(.hidden) }
    if name == .a, attributes.has(.href) { node.flags.insert(.anchor) }
    if attributes.has(.itemprop) || attributes.has(.rel) || attributes.has(.datetime)
      || attributes.has(.itemtype) || !node.hints.isDisjoint(with: [.byline, .date])
    {
      node.flags.insert(.declares)
    }
  }

  private mutating func noteAnchor(_ node: UInt32, _ attributes: AttributeList) {
    guard let hints = attributes.withValue(.href, { linkHintReader.hints(in: $0) }) else { return }
    tree.anchors.append(Anchor(node: node, hints: hints))
  }
}
