/// Finds the encoding of a page.
///
/// The order is that of the WHATWG standard: mark, server, page, content. Unlike browsers, it then asks
/// whether the bytes agree, since a saved page often carries a wrong declaration: it was converted when
/// saved, or its server sends one charset for all.
struct EncodingSniffer {
  /// Valid sequences for each malformed one that keep a page UTF-8 which says it is.
  ///
  /// Chinese text in
  /// GBK, the likeliest to look like UTF-8 by chance, has fewer valid pairs than malformed ones.
  private static let validShareWhenDeclared = 2
  /// The same where nothing says so: a page of UTF-8 with some stray bytes still passes.
  private static let validShareWhenUndeclared = 8
  /// Two-byte sequences that are too few to overrule a declared multi-byte encoding.
  ///
  /// That encoding must read without fault. One GBK pair in six is valid UTF-8, so three in a row are
  /// not chance.
  private static let thinEvidence = 2

  /// The decision for a page.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - charset: The label that the transport named, if any.
  /// - Returns: The encoding and what it rests on.
  func decide(_ page: Span<UInt8>, charset: String? = nil) -> EncodingDecision {
    let inspection = UTF8Inspection(page)
    if let encoding = ByteOrderMark.encoding(of: page) {
      return EncodingDecision(encoding: encoding, source: .bom, inspection: inspection)
    }
    let declared = charset.flatMap { CharacterEncoding(label: $0) }
    if inspection.containsNUL,
      let encoding = UTF16Pattern.encoding(of: page, declared: declared)
    {
      return EncodingDecision(
        encoding: encoding, source: encoding == declared ? .transport : .content,
        inspection: inspection)
    }
    let claims = Self.claims(page, charset: charset)
    let choice = Self.choose(page, claims: claims, inspection: inspection)
    let source =
      claims.first { $0.encoding == choice }?.source ?? (inspection.isASCII ? .default : .content)
    return EncodingDecision(
      encoding: choice,
      // ISO-2022-JP is ASCII by its bytes, so a choice no one declared can only be by content.
      source: source == .default && choice == .iso2022JP ? .content : source,
      declaredWrong: claims.first.map { !Self.agree($0.encoding, choice) } ?? false,
      inspection: inspection)
  }

  private struct Claim {
    var encoding: CharacterEncoding
    var source: EncodingDecision.Source
  }

  private static func claims(_ page: Span<UInt8>, charset: String?) -> [Claim] {
    var claims: [Claim] = []
    if let charset, let encoding = CharacterEncoding(label: charset) {
      claims.append(Claim(encoding: encoding, source: .transport))
    }
    if let encoding = DeclarationPrescan.encoding(in: page) {
      claims.append(Claim(encoding: encoding, source: .meta))
    }
    return claims
  }

  private static func choose(
    _ page: Span<UInt8>, claims: [Claim], inspection: UTF8Inspection
  ) -> CharacterEncoding {
    if inspection.isASCII { return chooseForASCII(page, claims: claims) }
    if inspection.isValid { return chooseForUTF8(page, claims: claims, inspection: inspection) }
    let saysUTF8 = claims.contains { $0.encoding == .utf8 }
    let share = saysUTF8 ? validShareWhenDeclared : validShareWhenUndeclared
    if inspection.multibyteSequences >= share * inspection.malformedSequences { return .utf8 }
    let legacy = claims.map(\.encoding).filter { $0 != .utf8 && !$0.isUTF16 }
    return LegacyDetector().detect(page, declared: legacy)
  }

  private static func chooseForASCII(_ page: Span<UInt8>, claims: [Claim]) -> CharacterEncoding {
    if LegacyDetector.hasISO2022JPEscape(page) { return .iso2022JP }
    // UTF-16 that has no NUL and no byte above 0x7F does not occur in pages.
    return claims.first { !$0.encoding.isUTF16 }?.encoding ?? .utf8
  }

  private static func chooseForUTF8(
    _ page: Span<UInt8>, claims: [Claim], inspection: UTF8Inspection
  ) -> CharacterEncoding {
    guard let claim = claims.first, claim.encoding.isLegacyMultibyte,
      inspection.longSequences == 0, inspection.twoByteSequences <= thinEvidence,
      LegacyDetector.readsWithoutFault(page, as: claim.encoding)
    else { return .utf8 }
    return claim.encoding
  }

  /// GBK and gb18030 are read alike, and so are the two orders of Hebrew.
  private static func agree(_ declared: CharacterEncoding, _ chosen: CharacterEncoding) -> Bool {
    let alike: Set<CharacterEncoding> = [.gbk, .gb18030]
    let hebrew: Set<CharacterEncoding> = [.iso8859Part8, .iso8859Part8Logical]
    return declared == chosen || alike.isSuperset(of: [declared, chosen])
      || hebrew.isSuperset(of: [declared, chosen])
  }
}
