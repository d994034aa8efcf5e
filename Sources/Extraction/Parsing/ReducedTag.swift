/// What the reducer keeps of a start tag besides its copy.
struct ReducedTag {
  /// The index after the tag's `>`.
  var end: Int
  /// Whether the tag ended in `/>`.
  var isSelfClosing: Bool
  /// Whether its `type` attribute names JSON-LD.
  var isStructuredData: Bool
}
