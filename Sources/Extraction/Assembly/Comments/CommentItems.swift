/// Finds the blocks of each comment around its head.
///
/// A comment is the largest element with no other head in it, so that an answer inside a comment is one
/// of its own. In tables of old and in lists of terms the text stands beside the head, not around it:
/// then the blocks up to the next head belong to it, or those since the last one where the head is a
/// signature.
struct CommentItems {
  /// Blocks of text after a lone head that are taken for its comment, at the most.
  private static let longestLoneText = 3
  /// The least share of words of comments in the element of a comment.
  private static let commentShare: Float = 0.5

  private let page: CommentPage
  private let heads: [Int]
  /// Heads before each block.
  private var headsBefore: [Int] = [0]

  /// The comments with those heads, which are in document order.
  init(_ page: CommentPage, heads: [Int]) {
    self.page = page
    self.heads = heads
    let isHead = Set(heads)
    for block in page.tree.blocks.indices {
      headsBefore.append((headsBefore.last ?? 0) + (isHead.contains(block) ? 1 : 0))
    }
  }

  /// The blocks of each comment, in document order.
  func items() -> [[Int]] {
    let nodes = heads.map(itemNode)
    var items = nodes.map { node in page.tree.nodes[node].blocks.filter { page.isComment[$0] } }
    let gaps = gaps(between: nodes)
    let isFlat = heads.count == 1 ? items[0].count == 1 : isFlat(gaps)
    if isFlat {
      let isSigned = gaps[heads.count].isEmpty && !gaps[0].isEmpty
      for index in items.indices {
        items[index] = isSigned ? gaps[index] + items[index] : items[index] + gaps[index + 1]
      }
    }
    return items.enumerated().map { index, blocks in
      // A form around the whole thread says nothing; one after the comments is not of them.
      page.isInForm[heads[index]] ? blocks : blocks.filter { !page.isInForm[$0] }
    }
  }

  private func count(_ blocks: Range<Int>) -> Int {
    headsBefore[blocks.upperBound] - headsBefore[blocks.lowerBound]
  }

  private func itemNode(_ head: Int) -> Int {
    var node = Int(page.tree.blocks[head].node)
    while node > 0 {
      let parent = Int(page.tree.nodes[node].parent)
      guard parent > 0, isItem(parent, head: head) else { return node }
      node = parent
    }
    return node
  }

  private func isItem(_ node: Int, head: Int) -> Bool {
    let blocks = page.tree.nodes[node].blocks
    guard count(blocks) == 1 else { return false }
    var words: Float = 0
    var ofComments: Float = 0
    for block in blocks {
      words += page.statistics[block].words
      if page.isComment[block] { ofComments += page.statistics[block].words }
      // The only comment of a thread stands under the thread's heading and over its form.
      let isHeading = if case .heading = page.tree.blocks[block].kind { true } else { false }
      if heads.count == 1, isHeading || page.isInForm[block] != page.isInForm[head] {
        return false
      }
    }
    return ofComments >= Self.commentShare * words
  }

  /// The blocks of comments before the first item, between two, and after the last.
  private func gaps(between nodes: [Int]) -> [[Int]] {
    var gaps: [[Int]] = []
    for index in 0...nodes.count {
      let before = index > 0 ? page.tree.nodes[nodes[index - 1]] : nil
      let after = index < nodes.count ? page.tree.nodes[nodes[index]] : nil
      let start = before.map { Int($0.endBlock) } ?? thread(after).lowerBound
      let end = after.map { Int($0.firstBlock) } ?? thread(before).upperBound
      gaps.append(start < end ? (start..<end).filter(isText) : [])
    }
    // What stands around a thread is mostly not of it: no more than a comment has elsewhere.
    let inner = gaps.dropFirst().dropLast().map(\.count).max() ?? Self.longestLoneText
    gaps[0] = Array(gaps[0].suffix(inner))
    gaps[nodes.count] = Array(gaps[nodes.count].prefix(inner))
    return gaps
  }

  /// The blocks of the element around an item.
  private func thread(_ item: Node?) -> Range<Int> {
    item.map { page.tree.nodes[Int($0.parent)].blocks } ?? 0..<0
  }

  private func isText(_ block: Int) -> Bool {
    if case .heading = page.tree.blocks[block].kind { return false }
    return page.isComment[block] && !page.isInForm[block]
  }

  /// Whether text stands between most heads.
  private func isFlat(_ gaps: [[Int]]) -> Bool {
    let inner = gaps.dropFirst().dropLast()
    return inner.count { !$0.isEmpty } * 2 > inner.count
  }
}
