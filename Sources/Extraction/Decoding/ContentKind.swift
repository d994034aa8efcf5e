/// What bytes are by their content, for readers that choose among documents.
package enum ContentKind {
  /// Whether they are HTML or XHTML, in any encoding.
  package static func isMarkup(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    switch MediaTypeSniffer().mediaType(of: bytes) {
    case .html, .xhtml: return true
    case .text, .binary: return false
    }
  }
}
