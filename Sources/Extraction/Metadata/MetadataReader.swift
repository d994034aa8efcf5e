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
  ///   - shortTexts: Gives the short texts of the blocks in a range, in document order, and is called at
  ///     most once. A page has thousands, of which only those near the title are read; without it those
  ///     of the outline are.
  /// - Returns: The metadata.
  public func read(
    _ declarations: PageDeclarations, outline: PageOutline,
    shortTexts: ((Range<Int>) -> [PageOutline.ShortText])? = nil
  ) -> Metadata {
    var evidence = MetadataEvidence(declarations, outline: outline)
    var metadata = Metadata()
    metadata.language = LanguageFinder(evidence: evidence).language()
    metadata.site = SiteFinder(evidence: evidence).site()
    let title = TitleFinder(evidence: evidence, site: metadata.site).title()
    metadata.title = title?.text
    if let shortTexts {
      evidence.outline.shortTexts = shortTexts(Self.blocks(near: title?.block))
    }
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

  /// The blocks near the title whose texts a finder may read; all, when no block is the title.
  private static func blocks(near title: Int?) -> Range<Int> {
    guard let title else { return 0..<Int.max }
    let windows = [AuthorFinder.window, VisibleDates.window]
    let first = windows.map(\.lowerBound).min() ?? 0
    let last = windows.map(\.upperBound).max() ?? 0
    return max(title + first, 0)..<title + last + 1
  }
}
