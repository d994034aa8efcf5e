/// Finds where each comment says who wrote it and when: one block a comment.
///
/// Three signs are looked for: dates, elements that name people, and repeated siblings of several blocks
/// each, whose first blocks are then the heads. The one that finds the most comments is believed; of equal
/// ones the first.
enum CommentHeads {
  /// Blocks of a repeated sibling that is a comment, at the least: a head and a text.
  private static let fewestBlocks = 2

  /// The heads, in document order.
  static func heads(of page: CommentPage) -> [Int] {
    let dated = merged(outsideForms(page.dates.keys.sorted(), page))
    let signed = merged(outsideForms(page.people.keys.sorted(), page, isFormTrusted: false))
    let repeated = repeatedHeads(page)
    let best = max(dated.count, signed.count, repeated.count)
    if dated.count == best { return dated }
    return signed.count == best ? signed : repeated
  }

  /// The blocks that stand in no form, or all where only forms have any: threads of old stand in one.
  ///
  /// A form that names a person asks for the reader's own name.
  private static func outsideForms(
    _ blocks: [Int], _ page: CommentPage, isFormTrusted: Bool = true
  ) -> [Int] {
    let outside = blocks.filter { !page.isInForm[$0] }
    return outside.isEmpty && isFormTrusted ? blocks : outside
  }

  /// The blocks without those that follow another at once: name and date may have a block each.
  private static func merged(_ blocks: [Int]) -> [Int] {
    var heads: [Int] = []
    var last = -2
    for block in blocks {
      if block > last + 1 { heads.append(block) }
      last = block
    }
    return heads
  }

  /// The first blocks of the repeated siblings that hold the most words of comments.
  private static func repeatedHeads(_ page: CommentPage) -> [Int] {
    var items: [UInt32: (heads: [Int], words: Float)] = [:]
    for node in page.tree.nodes.indices.dropFirst() {
      let blocks = page.tree.nodes[node].blocks
      guard blocks.count >= fewestBlocks, blocks.allSatisfy({ page.isComment[$0] }),
        let head = blocks.first, page.isShort(head)
      else { continue }
      let group = page.groups.groupOfNode[node]
      items[group, default: ([], 0)].heads.append(head)
      items[group, default: ([], 0)].words += page.groups.words[node]
    }
    let threads = items.filter { $0.value.heads.count > 1 }
    let best = threads.max { ($0.value.words, $1.key) < ($1.value.words, $0.key) }
    return best?.value.heads ?? []
  }
}
