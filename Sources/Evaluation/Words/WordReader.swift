/// Finds the words of a text: runs of letters, digits and underscores, as `\w+` of Python's `re` does.
///
/// Combining marks are no part of a word, and a run of ideographs is one: what benchmarks of the field count.
public enum WordReader {
  /// The words of a text, as they are written.
  public static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of a text in lower case.
  public static func lowercasedWords(of text: String) -> [String] {
    words(of: CaseMapping.lowercase(text))
  }

  /// A text without case, spaces and signs.
  public static func squashed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in CaseMapping.fold(text).unicodeScalars where isWord(scalar) {
      result.append(scalar)
    }
    return String(result)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || scalar == "_"
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}
