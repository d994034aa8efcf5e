/// What the address that the page names as its own hints at.
struct PageAddress {
  /// The hints of the address; empty when the page names none.
  private(set) var hints: LinkHints = []
  /// The number of parts of its path; -1 when the page names no address.
  private(set) var depth: Float = -1

  private var reader = LinkHintReader()

  /// Reads the address: the one the caller knows, `link rel=canonical`, else `og:url`.
  mutating func read(_ declarations: PageDeclarations) {
    hints = []
    depth = -1
    let address =
      declarations.url ?? declarations.links.first { $0.rel == "canonical" }?.href
      ?? declarations.metas.first { $0.name == "og:url" }?.content
    guard let address else { return }
    let bytes = [UInt8](address.utf8)
    hints = reader.hints(in: bytes.span)
    let isAbsolute = hints.contains(.absolute)
    let parts = bytes.split(separator: UInt8(ascii: "/")).count
    depth = Float(max(parts - (isAbsolute ? 2 : 0), 0))
  }
}
