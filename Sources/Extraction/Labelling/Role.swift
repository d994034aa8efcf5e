/// What a block of text is on its page.
///
/// The ten roles partition the visible text: every block has exactly one. How a block is set (heading,
/// list item, code) is its ``BlockKind``, which is independent of the role.
public enum Role: UInt8, CaseIterable, Sendable {
  /// The headline of the main content, with its subtitle or standfirst.
  case title
  /// Author, date, dateline, source or reading time of the main content.
  case byline
  /// The main content: paragraphs, headings, lists, quotes, code, tables; on a forum, the posts.
  case article
  /// Captions and credits of images, videos, galleries and tables.
  case caption
  /// Reader comments and what surrounds them: counts, forms, "comments are closed".
  case comment
  /// Menus, breadcrumbs, section lists, pagination, search, language switches, logos.
  case navigation
  /// Teasers of other pages, also those between paragraphs.
  case related
  /// Quotes, indices, scores, weather or breaking lines that run on every page of a site.
  case ticker
  /// Advertisements, newsletter and subscription calls, share buttons, consent notices.
  case promo
  /// Copyright, legal text, addresses and whatever no other role covers.
  case other

  /// The name of the role in a record: its case name.
  public var name: String { Self.names[Int(rawValue)] }

  // To describe a case takes a look at its type's metadata, so it is done once.
  private static let names = allCases.map { String(describing: $0) }

  /// The role of that name, or `nil` when there is none.
  public init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
