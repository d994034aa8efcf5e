/// Finds the sections a page is filed under and the keywords it gives itself.
///
/// All sources are joined, the trusted first, without repetition: a page names some sections here and
/// others there. Microdata and `rel=tag` links are read only when the head names none.
struct KeywordFinder {
  /// How many entries are kept; longer lists are the whole vocabulary of a site.
  private static let entryLimit = 50
  /// The longest entry in characters; what is longer is a sentence.
  private static let lengthLimit = 80

  let evidence: MetadataEvidence

  /// The sections.
  func categories() -> [String] {
    var found = linkedDataList("articleSection")
    found += evidence.metaList("article:section") + evidence.metaList("og:article:section")
    found += evidence.metaList("parsely-section") + evidence.metaList("dc.subject.category")
    if found.isEmpty { found = evidence.properties("articlesection").map { $0.value ?? $0.text } }
    return Self.unique(found)
  }

  /// The keywords.
  func tags() -> [String] {
    var found = linkedDataList("keywords").flatMap(Self.parts)
    found += evidence.metaList("article:tag").flatMap(Self.parts)
    for name in ["keywords", "news_keywords", "parsely-tags", "sailthru.tags", "dc.subject"] {
      found += evidence.metaList(name).flatMap(Self.parts)
    }
    if found.isEmpty {
      let properties = evidence.properties("keywords", "rel:tag")
      found = properties.flatMap { Self.parts($0.text.isEmpty ? $0.value ?? "" : $0.text) }
    }
    return Self.unique(found)
  }

  private func linkedDataList(_ name: String) -> [String] {
    for node in evidence.linkedData.pageNodes {
      let values = node[name]?.elements ?? []
      let texts = values.compactMap { $0.text ?? $0["name"]?.text }
      if !texts.isEmpty { return texts }
    }
    return []
  }

  private static func parts(_ text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { ",;，、،|".contains($0) }.map(String.init)
    }
    return text.utf8.split {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|")
    }
    .map { String(Substring($0)) }
  }

  private static func unique(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for entry in entries {
      guard let text = MetadataText.cleaned(entry), text.count <= lengthLimit,
        !MetadataText.isAddress(text), seen.insert(text.lowercased()).inserted
      else { continue }
      result.append(text)
    }
    return Array(result.prefix(entryLimit))
  }
}
