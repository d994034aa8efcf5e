/// Finds the licence that the page names.
///
/// JSON-LD and the head speak of the page; a `rel=license` link further down may speak of one picture,
/// so it comes last.
struct LicenseFinder {
  let evidence: MetadataEvidence

  /// The licence's address or name, or `nil`.
  func license() -> String? {
    evidence.linkedData.text("license")
      ?? evidence.meta("dc.rights.license", "dcterms.license", "license")
      ?? evidence.link("license")
      ?? evidence.property("license", "rel:license")
  }
}
