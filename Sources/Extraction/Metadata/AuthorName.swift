/// Makes an author's name of a text that names one.
enum AuthorName {
  /// The longest name in characters; longer texts are sentences about the author.
  private static let lengthLimit = 100
  /// More bytes than the longest prefix has with its mark.
  private static let prefixByteLimit = 40
  /// The bytes of the longest of ``AuthorWords/ambiguousPrefixes``.
  private static let longestAmbiguousPrefix = 3
  /// Their first bytes; no letter outside ASCII becomes one of these in lower case.
  private static let ambiguousFirstBytes = Set(
    AuthorWords.ambiguousPrefixes.compactMap(\.utf8.first))
  /// The most words of names in a byline that no markup confirms.
  private static let bylineWordLimit = 7
  /// The most words of each name in a list of several.
  static let wordsOfOne = 5
  /// The most words of a name with its titles.
  private static let wordLimit = 12

  /// The name in a declared value, or `nil` when it is an address, an account or empty.
  static func declared(_ text: String) -> String? {
    guard let cleaned = MetadataText.cleaned(text) else { return nil }
    return checked(withoutAddress(withoutPrefix(cleaned)))
  }

  /// The name in a text that the page shows, where dates and positions stand beside it.
  static func shown(_ text: String) -> String? {
    let text = withoutAmbiguousPrefix(MetadataText.collapsed(text))
    let name = withoutPosition(beforeDate(afterInnerPrefix(withoutPrefix(text))))
    return checked(withoutAddress(withoutPrefix(name)))
  }

  /// The name in a text that begins as a byline does, or `nil` when it does not.
  static func byline(_ text: String) -> String? {
    let text = MetadataText.collapsed(text)
    let rest = afterInnerPrefix(withoutPrefix(withoutAmbiguousPrefix(text)))
    guard rest != text, let name = shown(rest), isNameLike(name) else { return nil }
    return name
  }

  /// The name in a text that is nothing but a name, after a text for which ``isPrefix(_:)`` holds.
  static func unmarked(_ text: String) -> String? {
    shown(text).flatMap { isNameLike($0) ? $0 : nil }
  }

  /// Whether the text is only a word such as `By`, with the name to come.
  static func isPrefix(_ text: String) -> Bool {
    guard text.utf8.count <= prefixByteLimit, BylineBytes.mayAnnounce(text) else { return false }
    let word = text.lowercased().filter { $0 != ":" && $0 != "：" }
    return AuthorWords.announcements.contains(MetadataText.collapsed(word))
  }

  /// Whether the words are written as names are: one word, or few with capitals.
  ///
  /// Scripts without capitals pass by length alone.
  private static func isNameLike(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count > 1 else { return true }
    return words.count <= bylineWordLimit
      && words.allSatisfy { word in
        !(word.first?.isLowercase ?? false) || AuthorWords.particles.contains(String(word))
      }
  }

  /// The text without a word that may begin a surname too, when a whole name follows it.
  private static func withoutAmbiguousPrefix(_ text: String) -> String {
    // Without this test every text would be split: the words are of two or three letters.
    guard let first = text.utf8.first, ambiguousFirstBytes.contains(ASCII.lowercased(first)),
      let space = text.utf8.prefix(longestAmbiguousPrefix + 1).firstIndex(of: 0x20),
      space > text.startIndex
    else { return text }
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, AuthorWords.ambiguousPrefixes.contains(words[0].lowercased()),
      words[1].contains(" ")
    else { return text }
    return String(words[1])
  }

  private static func withoutPrefix(_ text: String) -> String {
    guard AuthorWords.prefixes.mayBegin(text) else { return text }
    var rest = text[...]
    var isChanged = true
    while isChanged {
      isChanged = false
      guard AuthorWords.prefixes.mayBegin(rest) else { break }
      let lowered = rest.lowercased()
      for prefix in AuthorWords.prefixes.candidates(for: lowered) where lowered.hasPrefix(prefix) {
        let after = rest.dropFirst(prefix.count)
        let isHan = prefix.unicodeScalars.allSatisfy { $0.value > 0x3000 }
        // Inline elements leave no space, as in `byAnn One`.
        let isGlued =
          (after.first?.isUppercase ?? false) && (rest.dropFirst().first?.isLowercase ?? false)
        guard let next = after.first, isHan ? ":： ".contains(next) : isGlued || " :：".contains(next)
        else { continue }
        rest = after.drop { " :：".contains($0) }
        isChanged = true
      }
    }
    return String(rest)
  }

  /// What follows a word such as `by` inside a text, as in `Published May 17, 2024 by NAME`.
  private static func afterInnerPrefix(_ text: String) -> String {
    if let name = afterInnerLabel(text) { return name }
    guard BylineBytes.mayHoldInnerPrefix(text) else { return text }
    let words = text.split(separator: " ")
    guard
      let index = words.lastIndex(where: {
        AuthorWords.inner.contains($0.lowercased().filter { $0 != ":" })
      }),
      index > 0, index < words.count - 1,
      words[..<index].contains(where: { $0.contains(where: \.isNumber) })
        || DateLabel.label(in: DateToken.tokens(of: words[..<index].joined(separator: " "))[...])
          != nil
    else { return text }
    return words[(index + 1)...].joined(separator: " ")
  }

  /// What follows a word such as `Author:` behind a date, as in `May 17, 2024 | Author: NAME`.
  private static func afterInnerLabel(_ text: String) -> String? {
    guard BylineBytes.mayHoldLabel(text) else { return nil }
    let words = text.split(separator: " ")
    for index in words.indices.dropFirst() {
      guard let colon = words[index].firstIndex(where: { ":：".contains($0) }),
        AuthorWords.announcements.contains(words[index][..<colon].lowercased())
      else { continue }
      guard words[..<index].contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
      let rest = [words[index][colon...].dropFirst()] + words[(index + 1)...]
      return rest.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return nil
  }

  /// The text up to a date, a reading time, or a mark that begins something else.
  private static func beforeDate(_ text: String) -> String {
    let words = text.split(separator: " ")
    var kept: [Substring] = []
    for (index, word) in words.enumerated() {
      if !kept.isEmpty, word.utf8.first.map(ASCII.isLetter) == false, let first = word.first,
        "|•·»—–-/()[]・".contains(first)
      {
        break
      }
      if let first = word.first, first.isNumber { break }
      // Another label, as in `来源:江城日报`.
      if !kept.isEmpty, BylineBytes.mayHoldColon(word),
        word.contains(where: { ":：".contains($0) })
      {
        break
      }
      let lowered = BylineBytes.letters(of: word)
      let next = index + 1 < words.count ? words[index + 1] : ""
      if MonthNames.month(named: lowered) != nil, next.first?.isNumber ?? false { break }
      if DateLabel.label(in: [.word(lowered)]) != nil || AuthorWords.endings.contains(String(word))
      {
        break
      }
      kept.append(word)
      if word.utf8.last.map(ASCII.isLetter) == false, let last = word.last, "|•·»".contains(last) {
        break
      }
    }
    return kept.joined(separator: " ")
  }

  /// The text without the parts after commas that are positions.
  private static func withoutPosition(_ text: String) -> String {
    var parts: [Substring] = []
    for part in text.split(separator: ",") {
      if !parts.isEmpty {
        let words = part.lowercased().split { !($0.isLetter || $0 == "-") }.map(String.init)
        if words.contains(where: AuthorWords.roles.contains) { break }
      }
      parts.append(part)
    }
    return parts.joined(separator: ",")
  }

  /// `NAME` of `address@host (NAME)` and of `NAME <address@host>`; nothing of an address alone.
  private static func withoutAddress(_ text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return String(text[text.index(after: open)..<close])
    }
    return text.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
  }

  private static func checked(_ text: String) -> String? {
    var name = text[...]
    while let last = name.last, " ,|•·»—–-:;/".contains(last) { name.removeLast() }
    while let first = name.first, " ,|•·»—–-:;/(".contains(first) { name.removeFirst() }
    let words = MetadataText.words(name)
    guard name.count > 1, name.count <= lengthLimit, (1...wordLimit).contains(words.count),
      name.contains(where: \.isLetter), !MetadataText.isAddress(String(name)),
      !AuthorWords.accounts.contains(words.joined())
    else { return nil }
    return String(name)
  }
}
