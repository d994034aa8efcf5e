/// Fills a ``PageOutline`` from a block tree.
enum OutlineReader {
  /// The longest heading and the longest short text, in bytes, as ``PageOutline`` defines them.
  private static let longestHeading = 500
  private static let longestShortText = 200
  /// The most short texts: what names an author or a date stands nearer to the top of a page.
  private static let mostShortTexts = 20_000

  /// The outline of a page.
  static func outline(
    of tree: borrowing BlockTree, bylineCandidates: [PageOutline.BylineCandidate]
  ) -> PageOutline {
    var outline = PageOutline()
    outline.bylineCandidates = bylineCandidates.filter { !$0.text.isEmpty }
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      if case .heading(let level) = block.kind, block.byteCount <= longestHeading {
        outline.headings.append(
          PageOutline.Heading(level: level, text: tree.string(of: block), block: index))
      }
    }
    return outline
  }

  /// The short texts of a page's blocks of that range which are no reader's comment.
  static func shortTexts(
    of tree: borrowing BlockTree, in blocks: Range<Int>, roles: [Role]
  ) -> [PageOutline.ShortText] {
    var texts: [PageOutline.ShortText] = []
    for index in blocks.clamped(to: tree.blocks.indices) {
      let block = tree.blocks[index]
      guard block.byteCount <= longestShortText else { continue }
      guard texts.count < mostShortTexts else { break }
      if roles.indices.contains(index), roles[index] == .comment { continue }
      texts.append(PageOutline.ShortText(text: tree.spacedString(of: block), block: index))
    }
    return texts
  }

  /// The outline of a plain text: its headline and byline are those that the labelling found.
  static func outline(of tree: borrowing BlockTree, roles: [Role]) -> PageOutline {
    var outline = PageOutline()
    for index in tree.blocks.indices {
      let text = tree.string(of: tree.blocks[index])
      if roles[index] == .title {
        outline.headings.append(PageOutline.Heading(level: 1, text: text, block: index))
      } else if roles[index] == .byline, text.utf8.count <= longestShortText {
        outline.shortTexts.append(PageOutline.ShortText(text: text, block: index))
      }
    }
    return outline
  }
}
