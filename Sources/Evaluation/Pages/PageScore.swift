import Extraction

/// How a prediction of one page compares with what readers say of it.
///
/// What the reference does not know is `nil`.
public struct PageScore: Sendable, Equatable {
  /// The page's name in its corpus.
  public var id: String
  /// Words of the main text.
  public var text: Overlap?
  /// Runs of four words of the main text.
  public var shingles: Overlap?
  /// The share of the phrases that the text must have and has.
  public var kept: Double?
  /// The share of the phrases that the text must not have and has.
  public var leaked: Double?
  /// Words by role, indexed by `Role.rawValue`.
  public var roles: [Overlap]?
  /// Words by true and found role.
  public var confusion: RoleConfusion?
  /// Whether the title is right: the same but for case, spaces and signs.
  public var isTitleRight: Bool?
  /// The word F1 of the authors.
  public var authorF1: Double?
  /// Whether the day of publication is right.
  public var isDayRight: Bool?
  /// Whether the kind of page is right.
  public var isTypeRight: Bool?
  /// Whether the primary tag of the language is right.
  public var isLanguageRight: Bool?
  /// The word F1 that the extractor expected.
  public var confidence: Double?

  /// A score of nothing measured.
  public init(id: String) { self.id = id }

  /// Compares a prediction with a reference.
  public init(of prediction: Prediction, for reference: ReferencePage) {
    id = reference.id
    if let text = reference.text { compare(prediction, text: text, reference) }
    if let blocks = reference.blocks, let found = prediction.blocks {
      let bags = (found: Self.bags(found), wanted: Self.bags(blocks))
      roles = zip(bags.found, bags.wanted).map { Overlap(found: $0, wanted: $1) }
      confusion = RoleConfusion(found: bags.found, wanted: bags.wanted)
    }
    if let title = reference.title, !title.isEmpty {
      isTitleRight = WordReader.squashed(prediction.title ?? "") == WordReader.squashed(title)
    }
    if let author = reference.author, !author.isEmpty {
      authorF1 =
        Overlap(found: .words(of: prediction.author ?? ""), wanted: .words(of: author))
        .scoresOfPage.f1
    }
    if let day = reference.published, !day.isEmpty {
      isDayRight = (prediction.published ?? "").prefix(10) == day.prefix(10)
    }
    if let type = reference.pageType, let found = prediction.pageType {
      isTypeRight = type == found
    }
    if let language = reference.language {
      isLanguageRight = Self.primaryTag(prediction.language) == Self.primaryTag(language)
    }
    confidence = prediction.confidence
  }

  /// The share of the words that were found under their role; 1 for a page without words.
  public var roleAccuracy: Double? {
    roles.map { roles in
      let wanted = roles.reduce(0) { $0 + $1.wanted }
      return wanted == 0 ? 1 : Double(roles.reduce(0) { $0 + $1.hits }) / Double(wanted)
    }
  }

  /// The first part of a language's tag, in lower case; `nil` where there is none.
  public static func primaryTag(_ tag: String?) -> String? {
    let primary = (tag ?? "").lowercased().prefix { $0 != "-" && $0 != "_" }
    return primary.isEmpty ? nil : String(primary)
  }

  private mutating func compare(
    _ prediction: Prediction, text reference: String, _ page: ReferencePage
  ) {
    text = Overlap(found: .words(of: prediction.text), wanted: .words(of: reference))
    shingles = Overlap(
      found: Shingle.bag(of: prediction.text), wanted: Shingle.bag(of: reference))
    let found = Array(CaseMapping.lowercase(prediction.text).utf8)
    kept = Self.share(of: page.required, in: found)
    leaked = Self.share(of: page.forbidden, in: found)
  }

  private static func share(of phrases: [String], in text: [UInt8]) -> Double? {
    guard !phrases.isEmpty else { return nil }
    let hits = phrases.count { text.contains(Array(CaseMapping.lowercase($0).utf8)) }
    return Double(hits) / Double(phrases.count)
  }

  private static func bags(_ blocks: [LabelledText]) -> [Bag<String>] {
    var bags = [Bag<String>](repeating: Bag(), count: Role.allCases.count)
    for block in blocks {
      for word in WordReader.lowercasedWords(of: block.text) {
        bags[Int(block.role.rawValue)].add(word)
      }
    }
    return bags
  }
}

extension [UInt8] {
  /// Whether the bytes hold the others as a run; always so for none.
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard count >= needle.count else { return false }
    return (0...(count - needle.count)).contains { start in
      self[start] == first && self[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
