/// All that the stages after the parse know of a page: counts, densities, statistics, groups, distances.
///
/// The arrays are reused from page to page. Each is filled in a few linear passes over the flat tree.
///
/// Of a long page some are held for a part of its blocks at a time (``load(_:of:)``).
struct PageFeatures {
  /// How much is held at once.
  var extent = PageExtent.whole
  /// The block that the values of blocks begin with: 0 unless they are those of a part.
  var firstBlock = 0
  var counts = TreeCounts()
  var density = TextDensity()
  var zones = ZoneReader()
  /// The statistics of each block's text.
  var statistics: [BlockStatistics] = []
  var repetitions = RepeatedTexts()
  var smoothed = SmoothedDensity()
  var smoothedLinks = SmoothedDensity()
  var smoothedSentences = SmoothedDensity()
  var groups = SiblingGroups()
  var hintDistances = HintDistances()
  var elementDistances = ElementDistances()
  var page = PageSummary()
  var signals = PageSignals()
  var marks = BlockMarks()
  var address = PageAddress()
  var links = AncestorLinks()
  /// For each block, how much of it stands in the document's title and description.
  var titleShares: [(ofText: Float, ofReference: Float)] = []
  var descriptionShares: [(ofText: Float, ofReference: Float)] = []
  /// Words before each block, and words that are no anchor text.
  var wordsBefore: [Float] = []
  var plainWordsBefore: [Float] = []
  /// Blocks since the last heading, and its level; -1 before the first.
  var headingDistance: [Float] = []
  var headingLevel: [Float] = []
  /// Blocks since and until the nearest block of full text.
  var longBlockBefore: [Float] = []
  var longBlockAfter: [Float] = []
  /// Characters of `p` elements in each node's subtree.
  var paragraphCharacters: [Float] = []
  /// The largest composite density of a node.
  var largestComposite: Float = 0
  /// The size of the largest group of siblings with text.
  var largestGroup: Float = 0

  private var overlap = TextOverlap()
  private var series: [Float] = []
  /// The words of each block, where the statistics are those of a part.
  var words: [Float] = []
  /// What stands before each of the places where a part may begin, and after it.
  var passages: [BlockPassage] = []

  /// Computes everything for a tree, or as much as is held at once.
  mutating func compute(
    _ tree: borrowing BlockTree, declarations: PageDeclarations, extent: PageExtent = .whole
  ) {
    self.extent = extent
    firstBlock = 0
    counts.count(tree)
    density.compute(tree, counts: counts)
    if extent != .whole { density.dropScratch() }
    zones.read(tree, counts: counts)
    setReferences(declarations)
    readText(tree, tree.blocks.indices, withShares: extent == .whole || extent == .rules)
    if extent != .rules { repetitions.compute(statistics) }
    if extent != .whole { repetitions.dropScratch() }
    groups.compute(tree, statistics: statistics, counts: counts)
    if extent != .whole { groups.dropScratch() }
    // The rules look at nothing else, and nor do those of plain text, but for the repetitions.
    guard extent == .whole || extent == .parts else { return }
    links.compute(tree, counts: counts, groups: groups)
    if extent == .whole {
      hintDistances.compute(tree)
      elementDistances.compute(tree)
    }
    page.count(tree, statistics: statistics)
    signals.read(declarations)
    address.read(declarations)
    if extent == .parts {
      readParts(tree)
    } else {
      marks.count(tree, statistics: statistics)
      page.firstTitleMatch = firstTitleMatch ?? -1
      smooth(tree, tree.blocks.indices)
      _ = accumulate(tree, tree.blocks.indices, from: BlockPassage())
    }
    Self.sumParagraphs(tree, &paragraphCharacters)
    largestComposite = density.composite.max() ?? 0
    largestGroup = groups.groups.reduce(0) { max($0, $1.filled) }
  }

  /// The words of a block.
  @inline(__always)
  func words(of block: Int) -> Float {
    extent == .parts ? words[block] : statistics[block].words
  }

  /// The statistics of a block.
  func statistics(of block: Int, in tree: borrowing BlockTree) -> BlockStatistics {
    guard extent == .parts else { return statistics[block] }
    let range = Int(tree.blocks[block].textStart)..<Int(tree.blocks[block].textEnd)
    return BlockStatisticsReader.statistics(of: tree.text.span.extracting(range))
  }

  /// The first of the blocks at hand that is the document's title.
  var firstTitleMatch: Int? {
    titleShares.firstIndex { $0.ofText > 0.8 && $0.ofReference > 0.4 }
  }

  private mutating func setReferences(_ declarations: PageDeclarations) {
    overlap.setReferences(
      declarations.metas.first { $0.name == "og:title" }?.content ?? declarations.documentTitle,
      declarations.metas.first { $0.name == "description" || $0.name == "og:description" }?.content)
  }

  mutating func readText(
    _ tree: borrowing BlockTree, _ blocks: Range<Int>, withShares: Bool
  ) {
    statistics.removeAll(keepingCapacity: true)
    titleShares.removeAll(keepingCapacity: true)
    descriptionShares.removeAll(keepingCapacity: true)
    statistics.reserveCapacity(blocks.count)
    titleShares.reserveCapacity(withShares ? blocks.count : 0)
    descriptionShares.reserveCapacity(withShares ? blocks.count : 0)
    let text = tree.text.span
    for block in tree.blocks[blocks] {
      let bytes = text.extracting(Int(block.textStart)..<Int(block.textEnd))
      statistics.append(BlockStatisticsReader.statistics(of: bytes))
      guard withShares else { continue }
      let shares = overlap.shares(of: bytes)
      titleShares.append(shares.first)
      descriptionShares.append(shares.second)
    }
  }

  mutating func smooth(_ tree: borrowing BlockTree, _ blocks: Range<Int>) {
    series.removeAll(keepingCapacity: true)
    for index in statistics.indices {
      let block = tree.blocks[blocks.lowerBound + index]
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      series.append(Logarithm.ofOneMore(than: statistics[index].words * plain))
    }
    smoothed.compute(series)
    for index in series.indices {
      let block = tree.blocks[blocks.lowerBound + index]
      series[index] = Float(block.linkCharacters) / Float(max(block.characters, 1))
    }
    smoothedLinks.compute(series, scales: [1])
    for index in statistics.indices { series[index] = Float(statistics[index].sentenceMarks) }
    smoothedSentences.compute(series, scales: [1, 3])
  }

  /// Words from which a block counts as full text: a line and a half of a newspaper column.
  private static let fullTextWords: Float = 15

  /// Fills what rests on the blocks before and after for some blocks, whose statistics are at hand.
  ///
  /// - Returns: What stands before the next block.
  mutating func accumulate(
    _ tree: borrowing BlockTree, _ blocks: Range<Int>, from start: BlockPassage,
    longAfter: Int = -1
  ) -> BlockPassage {
    let count = blocks.count
    let first = blocks.lowerBound
    let place = first - firstBlock
    wordsBefore.reset(count: count)
    plainWordsBefore.reset(count: count)
    headingDistance.reset(count: count)
    headingLevel.reset(count: count)
    longBlockBefore.reset(count: count)
    longBlockAfter.reset(count: count)
    var passage = start
    for index in 0..<count {
      let block = tree.blocks[first + index]
      wordsBefore[index] = passage.words
      plainWordsBefore[index] = passage.plainWords
      headingDistance[index] =
        passage.heading < 0 ? -1 : Float(first + index - passage.heading)
      headingLevel[index] = passage.headingLevel
      longBlockBefore[index] =
        passage.longBefore < 0 ? -1 : Float(first + index - passage.longBefore)
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      let words = statistics[place + index].words
      passage.words += words
      passage.plainWords += words * plain
      if case .heading(let level) = block.kind {
        passage.heading = first + index
        passage.headingLevel = Float(level)
      }
      if words * plain >= Self.fullTextWords { passage.longBefore = first + index }
    }
    var long = longAfter
    for index in stride(from: count - 1, through: 0, by: -1) {
      longBlockAfter[index] = long < 0 ? -1 : Float(long - first - index)
      let block = tree.blocks[first + index]
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      if statistics[place + index].words * plain >= Self.fullTextWords { long = first + index }
    }
    passage.firstLong = long
    return passage
  }

  private static func sumParagraphs(
    _ tree: borrowing BlockTree, _ charactersOfNodes: inout [Float]
  ) {
    charactersOfNodes.reset(count: tree.nodes.count)
    var characters = charactersOfNodes.mutableSpan
    for index in tree.blocks.indices {
      let node = Int(tree.blocks[index].node)
      guard tree.nodes[node].name == .p else { continue }
      characters[node] += Float(tree.blocks[index].characters)
    }
    var node = tree.nodes.count - 1
    while node > 0 {
      characters[Int(tree.nodes[node].parent)] += characters[node]
      node -= 1
    }
  }
}
