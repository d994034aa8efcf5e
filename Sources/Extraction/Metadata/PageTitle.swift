/// The title of a page and where the page shows it.
struct PageTitle: Sendable, Equatable {
  var text: String
  /// The index in ``BlockTree`` of the heading that shows the title, when one does.
  var block: Int?
}
