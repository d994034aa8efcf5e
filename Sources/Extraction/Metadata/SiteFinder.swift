/// Finds the name of the site.
///
/// `og:site_name` is made for it and comes first; then the JSON-LD publisher and `WebSite`, the names
/// that the page gives to applications, and the part of the document's title that agrees with the host.
struct SiteFinder {
  let evidence: MetadataEvidence

  /// The name, or `nil`.
  func site() -> String? {
    let candidates = [
      evidence.meta("og:site_name"), publisher(), siteNode(of: "website"), siteNode(of: nil),
      evidence.meta("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"),
    ]
    let named = candidates.lazy.compactMap { $0 }.first { !MetadataText.isAddress($0) }
    return named ?? titlePart()
  }

  private func publisher() -> String? {
    let publishers = evidence.linkedData.pageNodes.lazy.compactMap { $0["publisher"] }
    return publishers.compactMap { publisher in
      publisher.elements.lazy.compactMap { self.evidence.linkedData.resolved($0) }
        .compactMap { MetadataText.cleaned(($0["name"] ?? $0).text) }.first
    }.first
  }

  private func siteNode(of type: String?) -> String? {
    let nodes = evidence.linkedData.siteNodes.lazy.filter { node in
      type.map { LinkedData.types(of: node).contains($0) } ?? true
    }
    return nodes.compactMap { MetadataText.cleaned($0["name"]?.text) }.first
  }

  private func titlePart() -> String? {
    guard let title = MetadataText.cleaned(evidence.declarations.documentTitle) else { return nil }
    let host = SiteName(site: nil, address: evidence.address)
    let parts = TitleParts.split(title)
    guard parts.count > 1 else { return nil }
    return [parts.last, parts.first].compactMap { $0 }.first { host.matches($0) }.map(String.init)
  }
}
