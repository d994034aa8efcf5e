/// What is known about a page besides its bytes.
public struct PageContext: Sendable, Equatable {
  /// The character encoding that the transport named, as in `Content-Type: text/html; charset=…`.
  public var charset: String?
  /// The page's address.
  public var url: String?
  /// Whether the bytes are to be read as HTML, as plain text, or as their content shows.
  public var mediaType: MediaTypeChoice
  /// Whether the transport says that the bytes are HTML.
  ///
  /// It is believed where a tag or a character reference stands in them: a fragment may begin with neither.
  public var isDeclaredHTML: Bool

  /// A context with all its fields.
  public init(
    charset: String? = nil, url: String? = nil, mediaType: MediaTypeChoice = .auto,
    isDeclaredHTML: Bool = false
  ) {
    self.charset = charset
    self.url = url
    self.mediaType = mediaType
    self.isDeclaredHTML = isDeclaredHTML
  }
}
