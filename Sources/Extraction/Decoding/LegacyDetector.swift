/// Finds a legacy encoding by what the bytes would say in it.
///
/// Each candidate reads the same sample. Its score is the mean, over characters outside ASCII, of how
/// usual the character is for a script or language that is written in that encoding; malformed bytes and
/// characters that no text of the kind has count against it. Scores of candidates compare, since all lie
/// between about -3 and 1.
struct LegacyDetector {
  /// A score from which a declared encoding is believed without comparison.
  private static let plausibleScore = 0.35
  /// How much better another encoding must be than a declared one that is not plausible.
  ///
  /// Short texts
  /// score by chance, and the declaration is evidence too.
  private static let overrulingMargin = 0.25
  /// Score below which nothing has been found.
  private static let leastScore = 0.0
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
    let declaredScores = declared.map { (encoding: $0, score: Self.score(sample.span, as: $0)) }
    if let first = declaredScores.first(where: { $0.score >= Self.plausibleScore }) {
      // windows-1252 is what servers say who do not know, and any byte is a letter or a sign in it.
      return first.encoding
    }
    var best = (encoding: CharacterEncoding.windows1252, score: Self.leastScore)
    for encoding in Self.candidates {
      let score = Self.score(sample.span, as: encoding)
      if score > best.score { best = (encoding, score) }
    }
    guard let named = declaredScores.max(by: { $0.score < $1.score }) else { return best.encoding }
    return best.score >= named.score + Self.overrulingMargin ? best.encoding : named.encoding
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

  private static func score(_ sample: Span<UInt8>, as encoding: CharacterEncoding) -> Double {
    if encoding.isLegacyMultibyte {
      return MultibyteStatistics(sample, as: encoding)?.score ?? -1
    }
    return SingleByteScorer(encoding)?.score(sample) ?? -1
  }
}
