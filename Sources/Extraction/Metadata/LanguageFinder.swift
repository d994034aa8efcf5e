/// Finds the tag of the page's language in what the page declares; no text is examined.
///
/// The `lang` attribute comes first: browsers and readers act on it, so it is right most often.
struct LanguageFinder {
  let evidence: MetadataEvidence

  /// The BCP 47 tag, or `nil`.
  func language() -> String? {
    let candidates = [
      evidence.declarations.language, evidence.linkedData.text("inLanguage"),
      evidence.meta("og:locale", "content-language", "dc.language", "dcterms.language", "language"),
      evidence.property("inlanguage"),
    ]
    return candidates.lazy.compactMap { $0.flatMap(Self.normalized) }.first
  }

  /// The tag in the case that BCP 47 recommends, as `en-US` for `en_us`; `nil` for what is no tag.
  ///
  /// RFC 5646, section 2.1.1: two letters after the first part are a region in upper case, four are a
  /// script with a capital, all else is in lower case. Private tags and lists beyond the first are cut.
  static func normalized(_ tag: String) -> String? {
    let first = MetadataText.collapsed(tag).prefix {
      $0 != "," && $0 != ";" && $0 != "." && $0 != " "
    }
    let parts = first.split { $0 == "-" || $0 == "_" }
    guard let primary = parts.first?.lowercased(), (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return nil }
    let rest = parts.dropFirst().prefix { $0.count > 1 && $0.utf8.count <= 8 }.map(Self.recased)
    return ([primary] + rest).joined(separator: "-")
  }

  private static func recased(_ part: Substring) -> String {
    switch part.count {
    case 2: part.uppercased()
    case 4 where part.first?.isLetter ?? false:
      part.prefix(1).uppercased() + part.dropFirst().lowercased()
    default: part.lowercased()
    }
  }
}
