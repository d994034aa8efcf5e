/// An element whose markup says that it names a person.
struct PersonElement {
  /// The element's text, white space collapsed; empty when it is too long for a name.
  var text: String
  /// The index in ``BlockTree`` of the first block at or after the element's start.
  var block: Int
}
