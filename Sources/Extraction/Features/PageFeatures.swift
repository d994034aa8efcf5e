/// All that the stages after the parse know of a page: counts, densities, statistics, groups, distances.
///
/// The arrays are reused from page to page. Each is filled in a few linear passes over the flat tree.
struct PageFeatures {
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

  /// Computes everything for a tree.
  mutating func compute(_ tree: borrowing BlockTree, declarations: PageDeclarations) {
    counts.count(tree)
    density.compute(tree, counts: counts)
    zones.read(tree, counts: counts)
    readText(tree, declarations)
    repetitions.compute(statistics)
    groups.compute(tree, statistics: statistics, counts: counts)
    links.compute(tree, counts: counts, groups: groups)
    hintDistances.compute(tree)
    elementDistances.compute(tree)
    page.count(tree, statistics: statistics)
    page.firstTitleMatch =
      titleShares.firstIndex { $0.ofText > 0.8 && $0.ofReference > 0.4 } ?? -1
    signals.read(declarations)
    address.read(declarations)
    marks.count(tree, statistics: statistics)
    smooth(tree)
    accumulate(tree)
    sumParagraphs(tree)
    largestComposite = density.composite.max() ?? 0
    largestGroup = groups.groups.reduce(0) { max($0, $1.filled) }
  }

  private mutating func readText(_ tree: borrowing BlockTree, _ declarations: PageDeclarations) {
    overlap.setReferences(
      declarations.metas.first { $0.name == "og:title" }?.content ?? declarations.documentTitle,
      declarations.metas.first { $0.name == "description" || $0.name == "og:description" }?.content)
    statistics.removeAll(keepingCapacity: true)
    titleShares.removeAll(keepingCapacity: true)
    descriptionShares.removeAll(keepingCapacity: true)
    statistics.reserveCapacity(tree.blocks.count)
    titleShares.reserveCapacity(tree.blocks.count)
    descriptionShares.reserveCapacity(tree.blocks.count)
    let text = tree.text.span
    for block in tree.blocks {
      let bytes = text.extracting(Int(block.textStart)..<Int(block.textEnd))
      statistics.append(BlockStatisticsReader.statistics(of: bytes))
      let shares = overlap.shares(of: bytes)
      titleShares.append(shares.first)
      descriptionShares.append(shares.second)
    }
  }

  private mutating func smooth(_ tree: borrowing BlockTree) {
    series.removeAll(keepingCapacity: true)
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      series.append(Logarithm.ofOneMore(than: statistics[index].words * plain))
    }
    smoothed.compute(series)
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      series[index] = Float(block.linkCharacters) / Float(max(block.characters, 1))
    }
    smoothedLinks.compute(series, scales: [1])
    for index in statistics.indices { series[index] = Float(statistics[index].sentenceMarks) }
    smoothedSentences.compute(series, scales: [1, 3])
  }

  /// Words from which a block counts as full text: a line and a half of a newspaper column.
  private static let fullTextWords: Float = 15

  private mutating func accumulate(_ tree: borrowing BlockTree) {
    let count = tree.blocks.count
    wordsBefore.reset(count: count)
    plainWordsBefore.reset(count: count)
    headingDistance.reset(count: count)
    headingLevel.reset(count: count)
    longBlockBefore.reset(count: count)
    longBlockAfter.reset(count: count)
    var words: Float = 0
    var plainWords: Float = 0
    var heading = (index: -1, level: Float(-1))
    var long = -1
    for index in 0..<count {
      let block = tree.blocks[index]
      wordsBefore[index] = words
      plainWordsBefore[index] = plainWords
      headingDistance[index] = heading.index < 0 ? -1 : Float(index - heading.index)
      headingLevel[index] = heading.level
      longBlockBefore[index] = long < 0 ? -1 : Float(index - long)
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      words += statistics[index].words
      plainWords += statistics[index].words * plain
      if case .heading(let level) = block.kind { heading = (index, Float(level)) }
      if statistics[index].words * plain >= Self.fullTextWords { long = index }
    }
    long = -1
    for index in stride(from: count - 1, through: 0, by: -1) {
      longBlockAfter[index] = long < 0 ? -1 : Float(long - index)
      let block = tree.blocks[index]
      let plain = 1 - Float(block.linkCharacters) / Float(max(block.characters, 1))
      if statistics[index].words * plain >= Self.fullTextWords { long = index }
    }
  }

  private mutating func sumParagraphs(_ tree: borrowing BlockTree) {
    paragraphCharacters.reset(count: tree.nodes.count)
    for block in tree.blocks where tree.nodes[Int(block.node)].name == .p {
      paragraphCharacters[Int(block.node)] += Float(block.characters)
    }
    var node = tree.nodes.count - 1
    while node > 0 {
      paragraphCharacters[Int(tree.nodes[node].parent)] += paragraphCharacters[node]
      node -= 1
    }
  }
}
