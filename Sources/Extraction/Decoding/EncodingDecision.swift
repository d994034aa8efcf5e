/// The encoding chosen for a page, and why.
struct EncodingDecision: Equatable, Sendable {
  /// What the choice rests on.
  enum Source: String, Sendable {
    /// The mark at the page's start.
    case bom
    /// What the server said.
    case transport
    /// What the page says.
    case meta
    /// The bytes themselves.
    case content
    /// Nothing: the page is ASCII and says nothing.
    case `default`
  }

  /// The encoding.
  var encoding: CharacterEncoding
  /// What the choice rests on.
  var source: Source
  /// Whether the server or the page named another encoding than the bytes show.
  var declaredWrong = false
  /// What the pass over the bytes has told, so that no second one is needed.
  var inspection: UTF8Inspection
}
