/// Tells by their bytes texts that hold no word of a byline, which most are.
///
/// A text for which a test here holds is still to be read with care.
enum BylineBytes {
  /// Whether the text may be one of ``AuthorWords/announcements``, for ASCII told by a hash.
  static func mayAnnounce(_ text: String) -> Bool {
    var hash = NameHash()
    var isSpacePending = false
    var isEmpty = true
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] != UInt8(ascii: ":") {
      let byte = bytes[index]
      guard byte < 0x80 else { return true }
      if byte <= 0x20 {
        isSpacePending = !isEmpty
      } else {
        if isSpacePending { hash.combine(lowercasing: 0x20) }
        hash.combine(lowercasing: byte)
        isSpacePending = false
        isEmpty = false
      }
    }
    return AuthorWords.announcementHashes.value(of: hash) != nil
  }

  /// Whether the text holds a space and a digit and, behind them, a colon that no digit follows and a colon after a word of
  /// ``AuthorWords/announcements``: a label may stand behind a date.
  ///
  /// A digit behind a colon is a time of day or a count, as in `2024 by:5`, whose label is passed over.
  static func mayHoldLabel(_ text: String) -> Bool {
    var word = LabelledWord()
    var hasSpace = false
    var hasDigit = false
    var isAfterColon = false
    var hasColon = false
    var hasLabel = false
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      hasColon = hasColon || (isAfterColon && !ASCII.isDigit(byte))
      if hasColon, hasLabel { return true }
      hasSpace = hasSpace || byte == ASCII.space
      // Digits outside ASCII are numbers too.
      hasDigit = hasDigit || ASCII.isDigit(byte) || byte >= 0x80
      isAfterColon = hasSpace && hasDigit && mayEndColon(byte)
      if byte == ASCII.space {
        word = LabelledWord()
      } else if word.ends(with: byte), isAfterColon {
        hasLabel = hasLabel || word.mayAnnounce
      }
    }
    return hasColon && hasLabel
  }

  /// Whether `:` or `：` may stand in the word.
  static func mayHoldColon(_ word: Substring) -> Bool { word.utf8.contains(where: mayEndColon) }

  /// Whether the byte is `:`, or may be the last one of `：` (U+FF1A), as it is of few other characters.
  private static func mayEndColon(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == 0x9A
  }

  /// The letters of a word in lower case.
  static func letters(of word: Substring) -> String {
    let lowered = word.lowercased()
    return lowered.utf8.allSatisfy(ASCII.isLetter) ? lowered : lowered.filter(\.isLetter)
  }

  /// Whether one of ``AuthorWords/inner`` may stand between spaces in the text.
  ///
  /// No letter outside ASCII becomes one of theirs in lower case.
  static func mayHoldInnerPrefix(_ text: String) -> Bool {
    var hash = NameHash()
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] != UInt8(ascii: ":") {
      let byte = bytes[index]
      if byte != 0x20 {
        hash.combine(lowercasing: byte)
      } else if AuthorWords.innerHashes.value(of: hash) != nil {
        return true
      } else {
        hash = NameHash()
      }
    }
    return false
  }
}
