/// One item of a list in a rendering.
struct ListItem: Equatable {
  /// The number of lists around the item, from 1.
  var depth: Int
  /// Whether its list is numbered.
  var ordered: Bool
  /// The item's text.
  var text: String
}
