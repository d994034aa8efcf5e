/// Gives every block a role by markup and context, once the main content is chosen.
///
/// It needs no fitted model and serves as the labelling of pages where there is none.
struct RuleLabeller {
  /// Words of a link that is a teaser rather than an item of a menu.
  private static let teaserWords: Float = 5
  /// Words of a byline at the most; an author's biography is longer and is told by its markup.
  private static let bylineWords: Float = 25
  /// The share of a block that must stand in the document's title for it to be the headline.
  private static let titleShare: Float = 0.75

  /// The roles of the blocks.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - features: What was computed of it.
  ///   - kept: Whether each block belongs to the main content.
  /// - Returns: A role a block.
  func roles(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, kept: [Bool]
  ) -> [Role] {
    let first = kept.firstIndex(of: true) ?? kept.count
    let last = kept.lastIndex(of: true) ?? -1
    let title = titleBlock(tree, features, before: first)
    return tree.blocks.indices.map { index in
      if index == title { return .title }
      if kept[index] { return .article }
      let place = index < first ? Place.before : index > last ? .after : .inside
      return role(of: index, tree, features, place: place, title: title)
    }
  }

  private enum Place {
    case before
    case inside
    case after
  }

  /// The headline: the first top heading that agrees with the document's title, else the first top heading.
  private func titleBlock(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, before first: Int
  ) -> Int? {
    var fallback: Int?
    for index in tree.blocks.indices.prefix(first + 20) {
      guard case .heading(let level) = tree.blocks[index].kind, level <= 2 else { continue }
      let shares = features.titleShares[index]
      if shares.ofText >= Self.titleShare, shares.ofReference >= 0.3 { return index }
      if level == 1, fallback == nil { fallback = index }
    }
    return fallback
  }

  private func role(
    of index: Int, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, place: Place,
    title: Int?
  ) -> Role {
    let block = tree.blocks[index]
    let counts = features.statistics[index]
    let zones = features.zones.zones(of: Int(block.leaf))
    let isLink = block.linkCharacters * 10 > block.characters * 7
    if zones.contains(.ticker) { return .ticker }
    if zones.contains(.caption) || block.kind == .caption { return .caption }
    if zones.contains(.consent) { return .promo }
    if !zones.isDisjoint(with: [.comment, .review]), place != .before { return .comment }
    if !zones.isDisjoint(with: [.share, .promotion]) { return .promo }
    if zones.contains(.related) { return .related }
    if !zones.isDisjoint(with: [.navigation, .tags]), isLink || counts.words < 4 {
      return .navigation
    }
    if zones.contains(.footer) { return isLink ? .navigation : .other }
    if zones.contains(.legal) { return .other }
    let isByline = zones.contains(.byline) && counts.words <= Self.bylineWords
    if isByline, zones.isDisjoint(with: [.teaser, .aside]) { return .byline }
    if let title, index > title, index - title <= 2, zones.contains(.subtitle) { return .title }
    if isLink { return counts.words >= Self.teaserWords ? .related : .navigation }
    if zones.contains(.figure) { return .caption }
    if zones.contains(.teaser) || zones.contains(.aside) { return .related }
    return place == .before ? .navigation : .other
  }
}
