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
  ///   - features: What is known of it.
  ///   - kept: Whether each block belongs to the main content.
  ///   - trace: Takes in the rule that decided on each block, where somebody asks.
  /// - Returns: One role a block.
  func roles(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, kept: [Bool],
    trace: LabelTrace? = nil
  ) -> [Role] {
    let first = kept.firstIndex(of: true) ?? kept.count
    let last = kept.lastIndex(of: true) ?? -1
    let title = titleBlock(tree, features, before: first)
    return tree.blocks.indices.map { index in
      let place = index < first ? Place.before : index > last ? .after : .inside
      let (role, rule): (Role, RoleRule) =
        index == title
        ? (.title, .headline)
        : kept[index]
          ? (.article, .kept)
          : decision(on: index, tree, features, place: place, title: title)
      trace?.roleRules.append(rule)
      return role
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

  private func decision(
    on index: Int, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, place: Place,
    title: Int?
  ) -> (Role, RoleRule) {
    let block = tree.blocks[index]
    let counts = features.statistics[index]
    let zones = features.zones.zones(of: Int(block.leaf))
    let isLink = block.linkCharacters * 10 > block.characters * 7
    if zones.contains(.ticker) { return (.ticker, .tickerZone) }
    if zones.contains(.caption) || block.kind == .caption { return (.caption, .captionMarkup) }
    if zones.contains(.consent) { return (.promo, .consentZone) }
    if !zones.isDisjoint(with: [.comment, .review]), place != .before {
      return (.comment, .commentZone)
    }
    if !zones.isDisjoint(with: [.share, .promotion]) { return (.promo, .shareZone) }
    if zones.contains(.related) { return (.related, .relatedZone) }
    if !zones.isDisjoint(with: [.navigation, .tags]), isLink || counts.words < 4 {
      return (.navigation, .navigationZone)
    }
    if zones.contains(.footer) {
      return isLink ? (.navigation, .footerLink) : (.other, .footerText)
    }
    if zones.contains(.legal) { return (.other, .legalZone) }
    let isByline = zones.contains(.byline) && counts.words <= Self.bylineWords
    if isByline, zones.isDisjoint(with: [.teaser, .aside]) { return (.byline, .bylineZone) }
    if let title, index > title, index - title <= 2, zones.contains(.subtitle) {
      return (.title, .subtitleZone)
    }
    if isLink {
      return counts.words >= Self.teaserWords
        ? (.related, .longLink) : (.navigation, .shortLink)
    }
    if zones.contains(.figure) { return (.caption, .figureZone) }
    if zones.contains(.teaser) || zones.contains(.aside) { return (.related, .teaserZone) }
    return place == .before ? (.navigation, .beforeContent) : (.other, .rest)
  }
}
