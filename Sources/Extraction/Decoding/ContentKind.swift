/// What bytes are by their content, for readers that choose among documents.
package enum ContentKind {
  /// Whether they are HTML or XHTML, in any encoding; `charset` is the label that the transport named.
  package static func isMarkup(_ bytes: Span<UInt8>, charset: String? = nil) -> Bool {
    guard !bytes.isEmpty else { return false }
    switch MediaTypeSniffer().mediaType(of: bytes, charset: charset) {
    case .html, .xhtml: return true
    case .text, .binary: return false
    }
  }
}
