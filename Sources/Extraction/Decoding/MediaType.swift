/// What a document's bytes are.
enum MediaType: Equatable, Sendable {
  /// A page of HTML.
  case html
  /// A page that starts as XML and has an `html` element.
  case xhtml
  /// Text without markup.
  case text
  /// Not text: the name of the format, or `binary` where it is not known.
  case binary(kind: String)
}
