/// All that the finders draw on, read once for a page.
struct MetadataEvidence {
  let declarations: PageDeclarations
  var outline: PageOutline
  let linkedData: LinkedData
  /// Finds the `meta` elements of a name.
  private let metas: MetaContents

  /// The evidence of a page.
  init(_ declarations: PageDeclarations, outline: PageOutline) {
    self.declarations = declarations
    self.outline = outline
    let metas = MetaContents(declarations.metas)
    self.metas = metas
    let titles = [declarations.documentTitle, metas.first("og:title")].compactMap { $0 }
      .map { MetadataText.squashed(DeclaredTitle.cut($0)) }
    let addresses = [declarations.url, metas.first("og:url")].compactMap { $0 }
    linkedData = LinkedData(scripts: declarations.jsonLD) { node in
      let headline = MetadataText.cleaned((node["headline"] ?? node["name"])?.text)
      if let headline = headline.map({ MetadataText.squashed(DeclaredTitle.cut($0)) }),
        !headline.isEmpty,
        titles.contains(where: { $0.holds(headline) })
      {
        return true
      }
      return [node["url"], node["@id"], node["mainEntityOfPage"], node["mainEntityOfPage"]?["@id"]]
        .contains { $0?.text.map(addresses.contains) ?? false }
    }
  }

  /// The page's address, as far as it is known.
  var address: String? {
    declarations.url ?? link("canonical") ?? meta("og:url")
  }

  /// The content of the first `meta` element with one of the names, the names in order of preference.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap(metas.first).first
  }

  /// The contents of all `meta` elements with that name.
  func metaList(_ name: String) -> [String] { metas.all(name) }

  /// The elements that carry that property of the page itself, not of a comment or review on it.
  func properties(_ names: String...) -> [PropertyDeclaration] {
    declarations.properties.filter { property in
      names.contains(property.name) && !Self.isReply(property.itemType)
    }
  }

  /// The first text of that property of the page, cleaned: its value, else what it shows.
  func property(_ names: String...) -> String? {
    for name in names {
      for property in properties(name) {
        if let text = MetadataText.cleaned(property.value) ?? MetadataText.cleaned(property.text) {
          return text
        }
      }
    }
    return nil
  }

  /// The address of the first `link` with that relation.
  func link(_ relation: String) -> String? {
    let links = declarations.links.lazy.filter {
      $0.rel.split(separator: " ").contains { $0 == relation }
    }
    return links.compactMap { MetadataText.cleaned($0.href) }.first
  }

  private static func isReply(_ itemType: String?) -> Bool {
    guard let type = itemType?.split(separator: "/").last else { return false }
    return ["answer", "comment", "review", "usercomments"].contains(String(type))
  }
}
