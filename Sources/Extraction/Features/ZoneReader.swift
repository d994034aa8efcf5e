/// Finds the zones of every element in one pass from the root down.
struct ZoneReader {
  /// The zones of each node.
  private(set) var zones: [UInt32] = []

  /// The zones of a node.
  func zones(of node: Int) -> Zones { Zones(rawValue: zones[node]) }

  /// Reads the zones of a tree.
  ///
  /// An element that holds a large share of the page's plain text is no side part, whatever its class says.
  mutating func read(_ tree: borrowing BlockTree, counts: borrowing TreeCounts) {
    zones.reset(count: tree.nodes.count)
    let plain = Float(max(counts.characters[0] - counts.linkCharacters[0], 1))
    // Spans, as in `TreeCounts`: an array would be asked at each write whether it is shared.
    var zones = zones.mutableSpan
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      let share = Float(counts.characters[index] - counts.linkCharacters[index]) / plain
      var own = Self.elementZones(of: node)
      if share <= Thresholds.largestSidePart { own.formUnion(Self.hintedZones(of: node)) }
      if node.flags.contains(.hidden) { own.insert(.hidden) }
      var inherited = Zones(rawValue: zones[Int(node.parent)])
      // A header or footer inside an article is the article's own; its byline and title stand there.
      if own.contains(.article) || own.contains(.main) {
        inherited.subtract([.header, .aside, .teaser])
      }
      if inherited.contains(.article) { own.subtract([.header]) }
      zones[index] = inherited.union(own).rawValue
    }
  }

  private static func elementZones(of node: Node) -> Zones {
    switch node.name {
    case .nav: .navigation
    case .header: .header
    case .footer: .footer
    case .aside: .aside
    case .form, .fieldset: .form
    case .figcaption, .caption: .caption
    case .figure: .figure
    case .address, .time: .byline
    case .article: .article
    case .main: .main
    case .dialog: .dialog
    case .marquee: .ticker
    case .menu: .navigation
    default: []
    }
  }

  private static let hinted: [(hints: ClassHints, zones: Zones)] = [
    ([.navigation, .pagination, .search, .account, .contents], .navigation),
    (.header, .header), (.footer, .footer), (.sidebar, .aside), (.comment, .comment),
    (.review, .review), (.related, .related), (.share, .share),
    ([.promotion, .advertisement, .newsletter], .promotion),
    (.consent, .consent), (.caption, .caption), ([.byline, .date], .byline), (.ticker, .ticker),
    (.legal, .legal), (.tag, .tags), (.title, .title), (.subtitle, .subtitle), (.teaser, .teaser),
    (.overlay, .dialog), (.hidden, .hidden), (.message, .message), (.article, .article),
    (.content, .main),
  ]

  private static func hintedZones(of node: Node) -> Zones {
    guard !node.hints.isEmpty else { return [] }
    var zones: Zones = []
    for entry in hinted where !node.hints.isDisjoint(with: entry.hints) {
      zones.formUnion(entry.zones)
    }
    return zones
  }
}
