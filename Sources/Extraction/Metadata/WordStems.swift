/// Beginnings of words, found by their first character.
///
/// Most words begin with none of them, so that one look-up tells.
struct WordStems: Sendable {
  private let stemsByFirst: [Character: [String]]
  /// Of the stems with each first byte, the bytes before the first outside ASCII; letters outside ASCII change
  /// theirs with their case.
  private let startsByFirstByte: [[[UInt8]]]
  /// A bit for each two bytes that a stem may begin with, in any case: two words for each first byte.
  private let firstPairs: [UInt64]

  /// The stems in that order, in lower case; an empty one is left out.
  init(_ stems: [String]) {
    var stemsByFirst: [Character: [String]] = [:]
    for stem in stems {
      if let first = stem.first { stemsByFirst[first, default: []].append(stem) }
    }
    self.stemsByFirst = stemsByFirst
    let starts = stems.map { stem in Array(stem.utf8.prefix { $0 < 0x80 }) }
    startsByFirstByte = (0..<0x80).map { byte in
      starts.filter { $0.first == ASCII.lowercased(UInt8(byte)) }
    }
    firstPairs = startsByFirstByte.flatMap { starts in
      [0..<0x40, 0x40..<0x80].map { seconds in
        seconds.reduce(0) { bits, second in
          let lower = ASCII.lowercased(UInt8(second))
          let isHeld = starts.contains { $0.count == 1 || $0[1] == lower }
          return isHeld ? bits | 1 << UInt64(second % 0x40) : bits
        }
      }
    }
  }

  /// Whether the text, in any case, may begin with one of the stems.
  func mayBegin(_ text: some StringProtocol) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next() else { return false }
    guard first < 0x80 else { return true }
    // A text of one byte can be a stem of one.
    let second = bytes.next() ?? 0
    if second < 0x80,
      firstPairs[Int(first) * 2 + Int(second) / 0x40] >> UInt64(second % 0x40) & 1 == 0
    {
      return false
    }
    return startsByFirstByte[Int(first)].contains { start in
      var rest = text.utf8.makeIterator()
      return start.allSatisfy { byte in rest.next().map { Self.mayBe($0, byte) } ?? false }
    }
  }

  /// Whether the byte may stand for that one in lower case; bytes outside ASCII may stand for any.
  private static func mayBe(_ byte: UInt8, _ lowercase: UInt8) -> Bool {
    byte >= 0x80 || ASCII.lowercased(byte) == lowercase
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
