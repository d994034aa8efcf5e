/// Takes apart a text that names several authors with a word such as `and`.
enum AuthorList {
  /// Words that join the last two names of a list.
  private static let joints: Set<Substring> = [
    "&", "and", "e", "et", "och", "og", "und", "y", "и", "та",
  ]

  /// The names of a text; the text itself where it is one name or not clearly more.
  ///
  /// A joint parts only two whole names: `Ramón y Cajal` and `Simon & Schuster` stay as they are.
  static func names(in text: String) -> [String] {
    guard text.utf8.contains(ASCII.space) else { return [text] }
    let words = text.split(separator: " ")
    guard let joint = words.lastIndex(where: joints.contains), joint + 2 < words.count else {
      return [text]
    }
    let last = words[(joint + 1)...]
    var before = words[..<joint]
    guard isWholeName(last), !before.isEmpty else { return [text] }
    // The comma of `Ann One, Bob Two, and Cy Three`.
    if let comma = before.last, comma.hasSuffix(",") {
      before[before.endIndex - 1] = comma.dropLast()
    }
    let names = before.joined(separator: " ").split(separator: ",")
      .map { $0.split(separator: " ")[...] }
    guard names.allSatisfy(isWholeName) else { return [text] }
    return (names + [last]).map { $0.joined(separator: " ") }
  }

  /// Whether the words are a given name and a surname at the least, and nothing but names.
  private static func isWholeName(_ words: ArraySlice<Substring>) -> Bool {
    guard words.count > 1, let first = words.first, let last = words.last,
      words.count <= AuthorName.wordsOfOne
    else { return false }
    return isCapitalised(first) && isCapitalised(last)
      && words.allSatisfy { isCapitalised($0) || AuthorWords.particles.contains(String($0)) }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, !word.hasSuffix(",") else { return false }
    return !first.isLowercase
  }
}
