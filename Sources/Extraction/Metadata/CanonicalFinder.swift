/// Finds the address that the page names as its own.
///
/// The order is `link rel=canonical`, which is made for this, `og:url`, JSON-LD `mainEntityOfPage` and
/// `url`. Addresses that are not absolute count for nothing: without a base they name no page.
struct CanonicalFinder {
  let evidence: MetadataEvidence

  /// The address, or `nil`.
  func canonical() -> String? {
    let candidates = [
      evidence.link("canonical"), evidence.meta("og:url", "twitter:url", "parsely-link"),
      linkedDataAddress("mainEntityOfPage"), linkedDataAddress("url"),
    ]
    return candidates.lazy.compactMap { $0 }.first(where: Self.isAbsolute)
  }

  private func linkedDataAddress(_ name: String) -> String? {
    for node in evidence.linkedData.pageNodes {
      guard let value = node[name] else { continue }
      let text = value.text ?? value["@id"]?.text ?? value["url"]?.text
      if let text = MetadataText.cleaned(text), Self.isAbsolute(text) { return text }
    }
    return nil
  }

  private static func isAbsolute(_ address: String) -> Bool {
    address.hasPrefix("https://") || address.hasPrefix("http://")
  }
}
