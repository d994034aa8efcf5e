/// Finds when the page was published and last changed.
struct DateFinder {
  private let evidence: MetadataEvidence
  private let reader: DateReader
  private let titleBlock: Int?
  /// Read only when what the page declares does not settle a date.
  private lazy var visible = VisibleDates(
    evidence: evidence, reader: reader, titleBlock: titleBlock)

  /// The `meta` names for the first publication, the most trusted first.
  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "og:publish_date", "parsely-pub-date", "sailthru.date", "datepublished",
    "cxenseparse:publishtime",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
    "dc.date.created",
    "dcterms.created", "publish_date", "publish-date", "publishdate", "published-date", "pubdate",
    "publication_date", "published", "date", "dc.date", "dcterms.date", "datecreated", "uploaddate",
    "video:release_date", "book:release_date",
  ]

  /// The `meta` names for the last change, the most trusted first.
  private static let modifiedNames = [
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time",
    "datemodified", "dc.date.modified", "dcterms.modified", "last-modified", "lastmod", "updated",
    "updated_at", "revised", "modified",
  ]

  /// The dates of a page in that language whose title stands at that block.
  init(evidence: MetadataEvidence, language: String?, titleBlock: Int?) {
    self.evidence = evidence
    reader = DateReader(language: language)
    self.titleBlock = titleBlock
  }

  /// The date of the first publication, or `nil`.
  mutating func published() -> WrittenDate? {
    guard let declared = declaredPublication() else { return shownPublication() ?? lastResort() }
    // A system whose first date is not before the last change gives the time of an export.
    if let modified = modified(), !declared.isEarlier(than: modified),
      let shown = shownPublication(), shown.isEarlier(than: declared)
    {
      return shown
    }
    return declared
  }

  private func declaredPublication() -> WrittenDate? {
    if let date = meta(["article:published_time"]) { return date }
    if let date = linkedData("datePublished") { return date }
    if let date = meta(Self.publishedNames) { return date }
    if let date = property("datepublished", "datecreated") { return date }
    return evidence.address.flatMap(DateReader.inPath)
  }

  private mutating func shownPublication() -> WrittenDate? {
    let published = visible.entries.first { $0.label == .published }
    return (published ?? visible.entries.first { $0.label == nil })?.date
  }

  /// The date in the least telling places.
  ///
  /// The only date of a page that shows none but that of its last change stands for both where it heads the
  /// text; below it, as in `last edited on 3 May 2022`, it is that of a change alone.
  private mutating func lastResort() -> WrittenDate? {
    if let date = linkedData("dateCreated") { return date }
    if let date = linkedData("uploadDate") { return date }
    return visible.entries.first { $0.label != .modified || !$0.isBelowText }?.date
      ?? visible.onlyDistantDate
  }

  /// The date of the last change, or `nil`.
  mutating func modified() -> WrittenDate? {
    if let date = linkedData("dateModified") { return date }
    if let date = meta(Self.modifiedNames) { return date }
    if let date = property("datemodified") { return date }
    return visible.entries.first { $0.label == .modified }?.date
  }

  private func meta(_ names: [String]) -> WrittenDate? {
    names.lazy.flatMap(evidence.metaList).compactMap(reader.declared).first
  }

  private func linkedData(_ name: String) -> WrittenDate? {
    evidence.linkedData.pageNodes.lazy
      .compactMap { $0[name]?.elements.first?.text.flatMap(reader.declared) }.first
  }

  private func property(_ names: String...) -> WrittenDate? {
    names.lazy.flatMap { evidence.properties($0) }.compactMap { property in
      property.value.flatMap(reader.declared) ?? reader.shown(in: property.text).first?.date
    }.first
  }
}
