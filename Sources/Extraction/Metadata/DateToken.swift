/// A piece of a text in which a date is looked for; spaces between pieces are left out.
enum DateToken: Sendable, Equatable {
  /// Decimal digits of any script: their value and how many they are.
  case number(Int, digits: Int)
  /// Letters, in lower case; each Han character is a word of its own.
  case word(String)
  /// Any other character.
  case mark(Character)

  /// How many pieces of a text are read; dates stand early in what names them.
  private static let countLimit = 256
  /// The most digits read as one number; milliseconds since the epoch have 13.
  private static let digitLimit = 14

  /// The pieces of the text.
  static func tokens(of text: some StringProtocol) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = Substring(text)
    while let first = rest.first, tokens.count < countLimit {
      if digit(first) != nil {
        let digits = rest.prefix { digit($0) != nil }
        let value = digits.prefix(digitLimit).reduce(0) { $0 * 10 + (digit($1) ?? 0) }
        tokens.append(.number(value, digits: digits.count))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let letters = isHan(first) ? rest.prefix(1) : rest.prefix { $0.isLetter && !isHan($0) }
        let dotted = thaiAbbreviation(at: rest)
        tokens.append(.word((dotted?.name ?? String(letters)).lowercased()))
        rest = rest[(dotted?.end ?? letters.endIndex)...]
      } else {
        if !first.isWhitespace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  /// The value of a decimal digit; other numerals, as circled or Han ones, are none.
  private static func digit(_ character: Character) -> Int? {
    guard character.isWholeNumber, let scalar = character.unicodeScalars.first,
      scalar.properties.numericType == .decimal
    else { return nil }
    return character.wholeNumberValue
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  /// A short Thai month such as `พ.ค.`, which has a dot inside.
  private static func thaiAbbreviation(at text: Substring) -> (name: String, end: String.Index)? {
    let name = text.prefix { $0 == "." || isThai($0) }
    let letters = String(name.filter { $0 != "." })
    return name.contains(".") && MonthNames.month(named: letters) != nil
      ? (letters, name.endIndex) : nil
  }

  private static func isThai(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0xE00...0xE7F).contains($0.value) } ?? false
  }
}
