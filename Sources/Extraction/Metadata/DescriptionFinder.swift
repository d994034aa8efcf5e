/// Finds the page's summary of itself.
///
/// JSON-LD comes last here: its descriptions are often the whole text, or the publisher's.
struct DescriptionFinder {
  let evidence: MetadataEvidence

  /// The summary, or `nil`.
  func description() -> String? {
    evidence.meta("og:description", "description", "dc.description", "dcterms.description")
      ?? evidence.meta("twitter:description", "sailthru.description")
      ?? evidence.linkedData.text("description")
      ?? evidence.property("description")
  }
}
