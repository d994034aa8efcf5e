/// Totals of a page that its blocks are compared with.
struct PageSummary {
  var words: Float = 0
  var plainWords: Float = 0
  var blocks: Float = 0
  var linkDensity: Float = 0
  var longestBlock: Float = 0
  var sentenceBlocks: Float = 0
  var headings: Float = 0
  var listItems: Float = 0
  var tableRows: Float = 0
  var codeBlocks: Float = 0
  var elementCounts = [Float](repeating: 0, count: ElementName.allCases.count)
  var hintCounts = [Float](repeating: 0, count: 64)
  var firstHeadingOne = -1
  var firstTitleMatch = -1

  /// Counts a page.
  mutating func count(_ tree: borrowing BlockTree, statistics: [BlockStatistics]) {
    self = PageSummary()
    var linkCharacters: Float = 0
    var characters: Float = 0
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      let counts = statistics[index]
      let linkShare = Float(block.linkCharacters) / Float(max(block.characters, 1))
      words += counts.words
      plainWords += counts.words * (1 - linkShare)
      linkCharacters += Float(block.linkCharacters)
      characters += Float(block.characters)
      longestBlock = max(longestBlock, counts.words)
      if counts.endsSentence, counts.words >= 8 { sentenceBlocks += 1 }
      switch block.kind {
      case .heading(let level):
        headings += 1
        if level == 1, firstHeadingOne < 0 { firstHeadingOne = index }
      case .listItem: listItems += 1
      case .tableRow: tableRows += 1
      case .code: codeBlocks += 1
      default: break
      }
    }
    blocks = Float(tree.blocks.count)
    linkDensity = linkCharacters / max(characters, 1)
    for node in tree.nodes {
      elementCounts[Int(node.name.rawValue)] += 1
      var bits = node.hints.rawValue
      while bits != 0 {
        hintCounts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
  }

  /// The number of elements of that name.
  func count(of name: ElementName) -> Float { elementCounts[Int(name.rawValue)] }
}
