/// Beginnings of words, found by their first character.
///
/// Most words begin with none of them, so that one look-up tells.
struct WordStems: Sendable {
  private let stemsByFirst: [Character: [String]]

  /// The stems in that order, in lower case; an empty one is left out.
  init(_ stems: [String]) {
    var stemsByFirst: [Character: [String]] = [:]
    for stem in stems {
      if let first = stem.first { stemsByFirst[first, default: []].append(stem) }
    }
    self.stemsByFirst = stemsByFirst
  }

  /// Whether the word, in lower case, begins with one of the stems.
  func begin(_ word: String) -> Bool {
    candidates(for: word).contains(where: word.hasPrefix)
  }

  /// The stems that have the first character of the text, in their order.
  func candidates(for text: String) -> [String] {
    text.first.flatMap { stemsByFirst[$0] } ?? []
  }
}
