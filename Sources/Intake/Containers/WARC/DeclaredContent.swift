/// What a response says that its body is.
enum DeclaredContent {
  /// A page.
  case page
  /// Something that may be one, which the body tells.
  case unknown
  /// Something else.
  case other

  /// What a media type says; `nil` when there is none.
  init(_ mediaType: String?) {
    switch mediaType {
    case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml", "text/xhtml":
      self = .page
    case nil, "", "text/plain", "text/xml", "application/xml", "application/octet-stream",
      "unknown/unknown", "text/unknown", "content/unknown":
      self = .unknown
    default: self = .other
    }
  }
}
