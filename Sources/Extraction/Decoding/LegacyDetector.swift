/// Finds a legacy encoding by what the bytes would say in it.
///
/// Each candidate reads the same sample. Its score is the mean, over characters outside ASCII, of how
/// usual the character is for a script or language that is written in that encoding; malformed bytes and
/// characters that no text of the kind has count against it. Scores of candidates compare, since all lie
/// between about -3 and 1.
struct LegacyDetector {
  // The numbers below are from an experiment: 2,440 pages of three to sixty paragraphs in some forty
  // languages, each written in the legacy encodings that hold it. Undeclared, 96 % are read right, and
  // most others are in encodings that pages do not use unsaid; declared rightly, 99.8 %; declared as
  // windows-1252, 96 %.

  /// A score from which a declared encoding is believed without comparison.
  private static let plausibleScore = 0.35
  /// How much better another encoding must be than a declared one that is not plausible.
  private static let overrulingMargin = 0.25
  /// The same for windows-1252.
  ///
  /// Servers name it that do not know, and any byte is a letter or a sign in it, so that wrong
  /// readings score high. With the numbers above a tenth fewer of them are found out.
  private static let plausibleScoreOfLatin = 0.8
  private static let overrulingMarginOfLatin = 0.15
  /// Score below which nothing has been found.
  private static let leastScore = 0.0
  /// How much better a rare candidate must be.
  private static let rareHandicap = 0.1
  /// What windows-1252 gets ahead on a page of one byte above 0x7F; halved with two, and so on.
  ///
  /// A few letters fit several encodings.
  private static let headStartOfLatin = 0.3
  /// Bytes searched for an escape sequence; ISO-2022-JP pages have one in their title.
  private static let escapeSearchLength = 65_536

  /// The encoding of a page that is not UTF-8.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - declared: Encodings named by server and page, the stronger first.
  /// - Returns: The likeliest encoding; windows-1252 when nothing speaks for another.
  func detect(_ page: Span<UInt8>, declared: [CharacterEncoding]) -> CharacterEncoding {
    let sample = ByteSample(page).bytes
    let claims = declared.map { (encoding: $0, score: Self.score(sample.span, as: $0)) }
    if let claim = claims.first(where: { $0.score >= Self.plausibleScore(of: $0.encoding) }) {
      return claim.encoding
    }
    let best = Self.bestCandidate(sample.span)
    guard let claim = claims.max(by: { $0.score < $1.score }) else { return best.encoding }
    let isLatin = claim.encoding == .windows1252
    let margin = isLatin ? Self.overrulingMarginOfLatin : Self.overrulingMargin
    return best.score >= claim.score + margin ? best.encoding : claim.encoding
  }

  private static func plausibleScore(of encoding: CharacterEncoding) -> Double {
    encoding == .windows1252 ? plausibleScoreOfLatin : plausibleScore
  }

  private static func bestCandidate(
    _ sample: Span<UInt8>
  ) -> (encoding: CharacterEncoding, score: Double) {
    var highBytes = 0
    for offset in 0..<sample.count where sample[offset] >= 0x80 { highBytes += 1 }
    var best = (encoding: CharacterEncoding.windows1252, score: leastScore)
    for encoding in candidates {
      var score = score(sample, as: encoding)
      if encoding == .windows1252 { score += headStartOfLatin / Double(max(1, highBytes)) }
      if rareCandidates.contains(encoding) { score -= rareHandicap }
      if score > best.score { best = (encoding, score) }
    }
    return best
  }

  /// Whether a page's bytes all mean something in an encoding.
  static func readsWithoutFault(_ page: Span<UInt8>, as encoding: CharacterEncoding) -> Bool {
    MultibyteStatistics(ByteSample(page).bytes.span, as: encoding)?.malformed == 0
  }

  /// Whether a page of ASCII switches to a Japanese set of characters.
  static func hasISO2022JPEscape(_ page: Span<UInt8>) -> Bool {
    for offset in 0..<max(0, min(page.count, escapeSearchLength) - 2) where page[offset] == 0x1B {
      if page[offset + 1] == 0x24, page[offset + 2] == 0x40 || page[offset + 2] == 0x42 {
        return true
      }
    }
    return false
  }

  /// Tried in this order; of equal scores the first wins, so the commoner encoding stands first.
  private static let candidates: [CharacterEncoding] = [
    .gb18030, .shiftJIS, .eucJP, .big5, .eucKR, .windows1252, .windows1251, .windows1250,
    .windows1254, .windows1256, .windows1253, .windows1255, .windows874, .iso8859Part2, .koi8R,
    .koi8U, .windows1257, .windows1258, .iso8859Part7, .iso8859Part5, .ibm866, .macCyrillic,
    .iso8859Part6, .iso8859Part15, .iso8859Part16, .iso8859Part4, .iso8859Part3, .macintosh,
  ]

  /// Candidates that pages hardly ever are in without saying so.
  private static let rareCandidates: Set<CharacterEncoding> = [
    .iso8859Part15, .iso8859Part16, .iso8859Part4, .iso8859Part3, .iso8859Part7, .macintosh,
    .windows1258, .ibm866,
  ]

  private static func score(_ sample: Span<UInt8>, as encoding: CharacterEncoding) -> Double {
    if encoding.isLegacyMultibyte {
      return MultibyteStatistics(sample, as: encoding)?.score ?? -1
    }
    return SingleByteScorer(encoding)?.score(sample) ?? -1
  }
}
