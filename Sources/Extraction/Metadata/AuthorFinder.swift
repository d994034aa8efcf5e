/// Finds who wrote the page.
///
/// The order of trust is JSON-LD, the head, microdata and `rel=author`, elements near the title that
/// say by their markup that they name an author, and texts there that begin with a word such as `By`.
/// A source that names only the site itself waits until no other names a person.
struct AuthorFinder {
  /// How many blocks before and after the title a byline may stand.
  static let window = -12...30
  /// The `meta` names for one author, the most trusted first.
  private static let metaNames = [
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "dc.contributor",
    "article:author", "og:article:author", "byl", "authors", "article:author_name",
    "cxenseparse:author",
  ]
  /// The most authors kept; longer lists are of collaborations, and no byline names them.
  private static let authorLimit = 20

  let evidence: MetadataEvidence
  /// The name of the site, when known.
  let site: String?
  /// The block of the title, when the page shows it.
  let titleBlock: Int?

  /// The names joined by `, `, or `nil`.
  func author() -> String? {
    let sources: [() -> [String]] = [
      linkedDataAuthors, metaAuthors, propertyAuthors, markedByline, writtenByline,
    ]
    let siteName = site.map(MetadataText.squashed)
    var fallback: String?
    for source in sources {
      let names = Self.unique(source().flatMap(AuthorList.names))
      if names.isEmpty { continue }
      let joined = names.joined(separator: ", ")
      if MetadataText.squashed(joined) != siteName { return joined }
      fallback = fallback ?? joined
    }
    return fallback
  }

  private func linkedDataAuthors() -> [String] {
    for node in evidence.linkedData.pageNodes {
      let values = (node["author"] ?? node["creator"])?.elements ?? []
      let names = values.flatMap(linkedDataNames).compactMap(AuthorName.declared)
      if !names.isEmpty { return names }
    }
    return []
  }

  private func linkedDataNames(_ value: JSONValue) -> [String] {
    let author = evidence.linkedData.resolved(value)
    if let text = author.text { return [text] }
    return (author["name"]?.elements ?? []).compactMap { $0.text ?? $0["@value"]?.text }
  }

  private func metaAuthors() -> [String] {
    for name in Self.metaNames {
      let names = evidence.metaList(name).compactMap(AuthorName.declared)
      if !names.isEmpty { return names }
    }
    let cited = evidence.metaList("citation_author").compactMap(AuthorName.declared)
    if !cited.isEmpty { return cited }
    // The first pair of a card is the author, unless it is a reading time or a price.
    let card = evidence.meta("twitter:data1").flatMap { $0.contains(where: \.isNumber) ? nil : $0 }
    return [card.flatMap(AuthorName.declared)].compactMap { $0 }
  }

  private func propertyAuthors() -> [String] {
    let inner = innerNames()
    for names in [["author"], ["rel:author"], ["creator"]] {
      let found = evidence.properties(names[0])
      let near = found.filter { isNear($0.block) }
      for property in near + found.filter({ !isNear($0.block) }) {
        if let name = propertyName(property, inner: inner) { return [name] }
      }
    }
    return []
  }

  /// The name of an author element: that of the `name` inside it, its text, or its `content`.
  private func propertyName(
    _ author: PropertyDeclaration, inner names: [Int: (order: Int, text: String?)]
  ) -> String? {
    let near = (author.block...author.block + 3).compactMap { names[$0] }
    let innerText = near.min { $0.order < $1.order }?.text
    let texts = [innerText, author.text, author.value].compactMap { $0 }
    return texts.lazy.compactMap(AuthorName.shown).first
  }

  /// The first `name` of a person or an organization at each block: its place and its text.
  private func innerNames() -> [Int: (order: Int, text: String?)] {
    var names: [Int: (order: Int, text: String?)] = [:]
    for (order, property) in evidence.declarations.properties.enumerated()
    where property.name == "name" && names[property.block] == nil {
      guard let type = property.itemType, type.hasSuffix("person") || type.hasSuffix("organization")
      else { continue }
      names[property.block] = (order, property.text.isEmpty ? property.value : property.text)
    }
    return names
  }

  private func markedByline() -> [String] {
    let candidates = evidence.outline.bylineCandidates.filter { candidate in
      isNear(candidate.block) && !candidate.hints.holds("comment")
        && ["author", "byline", "writer"].contains { candidate.hints.holds($0) }
    }
    guard
      let first = candidates.first(where: { AuthorName.shown($0.text) != nil }),
      let outer = AuthorName.shown(first.text)
    else { return [] }
    // The innermost element has the name alone.
    let inner = candidates.filter { candidate in
      (first.block...first.block + 3).contains(candidate.block)
        && first.text.holds(candidate.text)
    }
    let names = inner.compactMap { AuthorName.shown($0.text) }.filter { outer.hasPrefix($0) }
    return [names.min { $0.count < $1.count } ?? outer]
  }

  private func writtenByline() -> [String] {
    var isAnnounced = false
    for text in evidence.outline.shortTexts where isNear(text.block) {
      if let name = AuthorName.byline(text.text), !Self.isPosition(name) { return [name] }
      // The word before the name often has a block of its own.
      if isAnnounced, let name = AuthorName.unmarked(text.text) { return [name] }
      isAnnounced = AuthorName.isPrefix(text.text)
    }
    return []
  }

  private func isNear(_ block: Int) -> Bool {
    titleBlock.map { Self.window.contains(block - $0) } ?? true
  }

  private static func isPosition(_ text: String) -> Bool {
    MetadataText.words(text).contains(where: AuthorWords.roles.contains)
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(
      names.filter { seen.insert(MetadataText.squashed($0)).inserted }.prefix(authorLimit))
  }
}
