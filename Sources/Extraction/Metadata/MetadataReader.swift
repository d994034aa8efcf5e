/// Finds what a page says of itself, in its declarations and on the page.
///
/// Each field has a finder of its own, which says where it looks and in what order. A field that the
/// page does not give stays `nil`.
public struct MetadataReader: Sendable {
  /// A reader; it keeps nothing from page to page.
  public init() {}

  /// The metadata of a page.
  ///
  /// - Parameters:
  ///   - declarations: What the page declares in its markup.
  ///   - outline: What it shows.
  /// - Returns: The metadata.
  public func read(_ declarations: PageDeclarations, outline: PageOutline) -> Metadata {
    let evidence = MetadataEvidence(declarations, outline: outline)
    var metadata = Metadata()
    metadata.language = LanguageFinder(evidence: evidence).language()
    metadata.site = SiteFinder(evidence: evidence).site()
    let title = TitleFinder(evidence: evidence, site: metadata.site).title()
    metadata.title = title?.text
    var dates = DateFinder(
      evidence: evidence, language: metadata.language, titleBlock: title?.block)
    metadata.published = dates.published()?.iso8601
    metadata.modified = dates.modified()?.iso8601
    metadata.author = AuthorFinder(
      evidence: evidence, site: metadata.site, titleBlock: title?.block
    ).author()
    metadata.canonical = CanonicalFinder(evidence: evidence).canonical()
    metadata.description = DescriptionFinder(evidence: evidence).description()
    metadata.image = ImageFinder(evidence: evidence).image()
    let keywords = KeywordFinder(evidence: evidence)
    metadata.categories = keywords.categories()
    metadata.tags = keywords.tags()
    metadata.license = LicenseFinder(evidence: evidence).license()
    return metadata
  }
}
