/// What kind of page a page is.
public enum PageType: UInt8, CaseIterable, Sendable {
  /// News, blog post, essay: one text to read.
  case article
  /// Reference or manual page.
  case documentation
  /// A page that presents a service or an organisation.
  case service
  /// A discussion thread or a question with its answers.
  case forum
  /// Several items of one kind under a common heading, curated.
  case collection
  /// A page of links to other pages: a section front, search results.
  case listing
  /// One thing to buy.
  case product

  /// The name of the type in a record: its case name.
  public var name: String { Self.names[Int(rawValue)] }

  // To describe a case takes a look at its type's metadata, so it is done once.
  private static let names = allCases.map { String(describing: $0) }
}
