/// The features of a long page, of whose blocks a part is at hand at a time.
extension PageFeatures {
  /// Blocks after which what stands before them is noted, so that a part may begin there.
  private static let passageStep = 256
  /// Blocks whose rows and values are held at a time.
  ///
  /// A row takes nearly a kilobyte, so that a page of millions of blocks would fill the memory; pages that people
  /// wrote fit one part, whose rows are then computed once.
  static let partSize = 4096

  /// Gives the statistics of all blocks back, and reads part by part what is the page's own.
  mutating func readParts(_ tree: borrowing BlockTree) {
    let count = tree.blocks.count
    words = statistics.map(\.words)
    notePassages(tree)
    statistics = []
    titleShares = []
    descriptionShares = []
    var largest = [Float](repeating: 0, count: smoothed.largest.count)
    marks.begin(blockCount: count)
    for first in stride(from: 0, to: count, by: Self.partSize) {
      let part = first..<min(first + Self.partSize, count)
      load(part, of: tree)
      marks.countSigns(statistics[(first - firstBlock)...].prefix(part.count), from: first)
      if page.firstTitleMatch < 0, let match = firstTitleMatch {
        page.firstTitleMatch = firstBlock + match
      }
      for scale in largest.indices {
        for block in part {
          largest[scale] = max(largest[scale], smoothed.values[scale][block - firstBlock])
        }
      }
    }
    smoothed.largest = largest
    marks.end(tree)
  }

  private mutating func notePassages(_ tree: borrowing BlockTree) {
    let count = tree.blocks.count
    passages = [BlockPassage()]
    for first in stride(from: 0, to: count, by: Self.passageStep) {
      let next = accumulate(
        tree, first..<min(first + Self.passageStep, count), from: passages[passages.count - 1])
      passages[passages.count - 1].firstLong = next.firstLong
      passages.append(next)
    }
    passages[passages.count - 1].firstLong = -1
    for place in passages.indices.dropLast().reversed() where passages[place].firstLong < 0 {
      passages[place].firstLong = passages[place + 1].firstLong
    }
  }

  /// Makes the values of some blocks those that are at hand, where not all are.
  mutating func load(_ blocks: Range<Int>, of tree: borrowing BlockTree) {
    guard extent == .parts else { return }
    let step = Self.passageStep
    let reach = SmoothedDensity.reach
    let firstPassage = max(blocks.lowerBound - reach, 0) / step
    let lastPassage = min((blocks.upperBound + reach + step - 1) / step, passages.count - 1)
    let near = (firstPassage * step)..<min(lastPassage * step, tree.blocks.count)
    let largest = smoothed.largest
    firstBlock = near.lowerBound
    readText(tree, near, withShares: true)
    smooth(tree, near)
    smoothed.largest = largest
    _ = accumulate(
      tree, near, from: passages[firstPassage], longAfter: passages[lastPassage].firstLong)
  }

  /// Keeps of a long page what its record is made of.
  mutating func dropAllButRecord() {
    var kept = PageFeatures()
    kept.extent = extent
    kept.density = density
    kept.zones = zones
    kept.groups = groups
    kept.words = words
    if extent != .parts { kept.statistics = statistics }
    self = kept
  }

  /// Reads the statistics of all blocks again where they are not at hand.
  mutating func restoreStatistics(_ tree: borrowing BlockTree) {
    guard extent == .parts else { return }
    extent = .whole
    firstBlock = 0
    readText(tree, tree.blocks.indices, withShares: false)
  }
}
