/// Finds the address of the page's main image.
///
/// Open Graph comes before JSON-LD: it names the one picture that stands for the page elsewhere, while
/// JSON-LD lists crops of it or the publisher's logo.
struct ImageFinder {
  let evidence: MetadataEvidence

  /// The address, or `nil`.
  func image() -> String? {
    evidence.meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image")
      ?? evidence.meta("twitter:image:src", "thumbnail", "sailthru.image.full")
      ?? linkedDataImage()
      ?? evidence.link("image_src")
      ?? evidence.properties("image").lazy.compactMap { MetadataText.cleaned($0.value) }.first
  }

  private func linkedDataImage() -> String? {
    for node in evidence.linkedData.pageNodes {
      for value in (node["image"] ?? node["thumbnailUrl"])?.elements ?? [] {
        let image = evidence.linkedData.resolved(value)
        let text = image.text ?? image["url"]?.text ?? image["contentUrl"]?.text
        if let text = MetadataText.cleaned(text) { return text }
      }
    }
    return nil
  }
}
