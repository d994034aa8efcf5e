/// Reads the comments of a page out of its blocks of that role.
///
/// What belongs to no comment, such as the thread's heading, its form and "load more", is left out.
struct CommentReader {
  /// Words of a link or a label that is no part of a comment's text, at the most: "Reply", "Like (4)".
  private static let furnitureWords: Float = 4
  /// Comments that have the same label, at the least, for it to be furniture.
  private static let fewestRepetitions = 2

  private let page: CommentPage

  /// A reader of that page.
  init(_ page: CommentPage) { self.page = page }

  /// The comments, in document order.
  func comments() -> [RecordComment] {
    let heads = CommentHeads.heads(of: page)
    guard !heads.isEmpty else { return [] }
    let items = CommentItems(page, heads: heads).items()
    let labels = repeatedLabels(items)
    let authors = CommentAuthors(page).authors(of: items, heads: heads)
    return items.indices.compactMap { index in
      let text = text(items[index], head: heads[index], labels: labels)
      guard !text.isEmpty else { return nil }
      return RecordComment(
        author: authors[index],
        published: items[index].lazy.compactMap { page.dates[$0] }.first?.iso8601, text: text)
    }
  }

  /// The blocks of an item that are its text, joined.
  private func text(_ blocks: [Int], head: Int, labels: Set<String>) -> String {
    let headers = blocks.filter { block in
      let isSign = block == head || page.dates[block] != nil || page.people[block] != nil
      return isSign && page.statistics[block].words <= CommentPage.headWords
    }
    let headRange = (headers.first ?? 0)..<(headers.last ?? 0)
    let isHeader = Set(headers)
    var text = ""
    for block in blocks where !isHeader.contains(block) && !isFurniture(block, labels: labels) {
      if block < head, case .heading = page.tree.blocks[block].kind { continue }
      // In a list of the newest comments a name and a link to the page stand for each.
      if page.tree.blocks[block].isMostlyLink, !page.statistics[block].endsSentence { continue }
      if headRange.contains(block), page.statistics[block].words <= Self.furnitureWords { continue }
      let isContinued = page.tree.blocks[block].flags.continuesLines
      if !text.isEmpty { text += isContinued ? "\n" : "\n\n" }
      text += page.tree.string(of: page.tree.blocks[block])
    }
    return text
  }

  private func isFurniture(_ block: Int, labels: Set<String>) -> Bool {
    let counts = page.statistics[block]
    guard counts.words <= Self.furnitureWords else { return false }
    let entry = page.tree.blocks[block]
    if counts.letters == 0 || entry.linkCharacters == entry.characters { return true }
    if page.tree.ancestor(of: Int(entry.leaf), where: { $0.name == .button }) != nil { return true }
    return labels.contains(label(of: block))
  }

  /// The short texts that half of the comments have, digits aside.
  private func repeatedLabels(_ items: [[Int]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for blocks in items {
      let labels = blocks.filter { page.statistics[$0].words <= Self.furnitureWords }.map(label)
      for label in Set(labels) { counts[label, default: 0] += 1 }
    }
    return Set(
      counts.filter { $0.value >= max(Self.fewestRepetitions, items.count / 2) }.map(\.key))
  }

  private func label(of block: Int) -> String {
    String(page.tree.string(of: page.tree.blocks[block]).lowercased().filter(\.isLetter))
  }
}

extension Block {
  /// Whether more than half of the text is anchor text.
  fileprivate var isMostlyLink: Bool { linkCharacters * 2 > characters }
}
