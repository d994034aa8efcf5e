/// Beginnings of words, found by their first character.
///
/// Most words begin with none of them, so that one look-up tells.
struct WordStems: Sendable {
  private let stemsByFirst: [Character: [String]]
  /// Whether a stem may begin with each byte: letters outside ASCII change theirs with their case.
  private let firstBytes: [Bool]

  /// The stems in that order, in lower case; an empty one is left out.
  init(_ stems: [String]) {
    var stemsByFirst: [Character: [String]] = [:]
    for stem in stems {
      if let first = stem.first { stemsByFirst[first, default: []].append(stem) }
    }
    self.stemsByFirst = stemsByFirst
    let bytes = Set(stems.compactMap(\.utf8.first))
    firstBytes = (0..<256).map { $0 >= 0x80 || bytes.contains(ASCII.lowercased(UInt8($0))) }
  }

  /// Whether the text, in any case, may begin with one of the stems.
  func mayBegin(_ text: some StringProtocol) -> Bool {
    text.utf8.first.map { firstBytes[Int($0)] } ?? false
  }

  /// Whether the word, in lower case, begins with one of the stems.
  func begin(_ word: String) -> Bool {
    candidates(for: word).contains(where: word.hasPrefix)
  }

  /// The stems that have the first character of the text, in their order.
  func candidates(for text: String) -> [String] {
    mayBegin(text) ? text.first.flatMap { stemsByFirst[$0] } ?? [] : []
  }
}
