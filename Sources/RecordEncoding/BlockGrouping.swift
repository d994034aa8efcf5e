import Extraction

/// Puts the blocks of a record into groups that Markdown and HTML set as one element each.
struct BlockGrouping {
  private var groups: [BlockGroup] = []
  private var hasTitle = false

  /// The groups of what is read as the page's content: title, byline, article and captions, in order.
  ///
  /// A record without title or byline blocks takes them from its metadata.
  static func content(of record: Record) -> [BlockGroup] {
    var grouping = BlockGrouping()
    let roles = Set(record.blocks.lazy.map(\.role))
    if !roles.contains(.title), let title = record.metadata.title { grouping.add(title: title) }
    if !roles.contains(.byline) {
      for line in [record.metadata.author, record.metadata.published] {
        if let line { grouping.add(byline: line) }
      }
    }
    for block in record.blocks { grouping.add(block) }
    return grouping.groups
  }

  /// The groups of the comments, in order.
  static func comments(of record: Record) -> [BlockGroup] {
    var grouping = BlockGrouping()
    for block in record.blocks where block.role == .comment { grouping.add(body: block) }
    return grouping.groups
  }

  private mutating func add(_ block: RecordBlock) {
    switch block.role {
    case .title: add(title: block.text)
    case .byline: add(byline: block.text)
    case .article: add(body: block)
    case .caption: groups.append(.caption(block.text))
    case .comment, .navigation, .related, .ticker, .promo, .other: break
    }
  }

  /// Adds the headline, or a paragraph when there is one: the subtitle.
  private mutating func add(title: String) {
    groups.append(hasTitle ? .paragraph(title) : .title(title))
    hasTitle = true
  }

  private mutating func add(byline: String) {
    guard case .byline(let lines) = groups.last else { return groups.append(.byline([byline])) }
    groups[groups.count - 1] = .byline(lines + [byline])
  }

  private mutating func add(body block: RecordBlock) {
    switch block.kind {
    case .paragraph, .other: groups.append(.paragraph(block.text))
    case .heading(let level):
      groups.append(.heading(level: min(max(Int(level), 1), 6), text: block.text))
    case .listItem(let depth, let ordered):
      add(item: ListItem(depth: max(Int(depth), 1), ordered: ordered, text: block.text))
    case .quote: add(quote: block.text)
    case .code: groups.append(.code(block.text))
    case .tableRow: add(row: block.text)
    case .caption: groups.append(.caption(block.text))
    }
  }

  // The last group is taken out before it grows, so that its array is not copied.

  private mutating func add(item: ListItem) {
    guard case .list(var items) = groups.last else { return groups.append(.list([item])) }
    groups.removeLast()
    items.append(item)
    groups.append(.list(items))
  }

  private mutating func add(quote: String) {
    guard case .quote(var paragraphs) = groups.last else { return groups.append(.quote([quote])) }
    groups.removeLast()
    paragraphs.append(quote)
    groups.append(.quote(paragraphs))
  }

  private mutating func add(row: String) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard case .table(var rows) = groups.last else { return groups.append(.table([cells])) }
    groups.removeLast()
    rows.append(cells)
    groups.append(.table(rows))
  }
}
