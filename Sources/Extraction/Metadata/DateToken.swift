/// A piece of a text in which a date is looked for; spaces between pieces are left out.
enum DateToken: Sendable, Equatable {
  /// Decimal digits of any script: their value and how many they are.
  case number(Int, digits: Int)
  /// Letters, in lower case; each Han character is a word of its own.
  case word(String)
  /// Any other character.
  case mark(Character)

  /// How many pieces of a text are read; dates stand early in what names them.
  static let countLimit = 256
  /// The most digits read as one number; milliseconds since the epoch have 13.
  static let digitLimit = 14

  /// The pieces of the text.
  static func tokens(of text: some StringProtocol) -> [DateToken] {
    var rest = Substring(text)
    if let tokens = tokens(ofASCII: rest.utf8.span) { return tokens }
    var tokens: [DateToken] = []
    while tokens.count < countLimit, let (kind, end) = kind(at: rest.startIndex, in: rest) {
      switch kind {
      case .digit(let first):
        tokens.append(number(first, from: end, in: &rest))
      case .letter:
        tokens.append(word(from: end, in: &rest))
      case .han:
        tokens.append(.word(rest[..<end].lowercased()))
        rest = rest[end...]
      case .mark:
        tokens.append(.mark(rest[rest.startIndex]))
        rest = rest[end...]
      case .space: rest = rest[end...]
      }
    }
    return tokens
  }

  /// What a character is to a date.
  private enum Kind {
    case digit(Int)
    case letter
    case han
    case mark
    case space
  }

  /// The kind of the character at that index and the index after it, or `nil` at the end.
  private static func kind(
    at index: String.Index, in text: Substring
  ) -> (kind: Kind, end: String.Index)? {
    guard index < text.endIndex else { return nil }
    let byte = text.utf8[index]
    let next = text.utf8.index(after: index)
    // ASCII before ASCII or the end is a character of its own, except a carriage return.
    if byte < 0x80, byte != 0x0D, next == text.endIndex || text.utf8[next] < 0x80 {
      switch byte {
      case 0x30...0x39: return (.digit(Int(byte) - 0x30), next)
      case 0x41...0x5A, 0x61...0x7A: return (.letter, next)
      case 0x20, 0x09...0x0C: return (.space, next)
      default: return (.mark, next)
      }
    }
    let character = text[index]
    let end = text.index(after: index)
    if let digit = digit(character) { return (.digit(digit), end) }
    if character.isLetter { return (isHan(character) ? .han : .letter, end) }
    return (character.isWhitespace ? .space : .mark, end)
  }

  /// Takes a number, whose first digit ends at `end`, off the text.
  private static func number(
    _ first: Int, from end: String.Index, in rest: inout Substring
  ) -> DateToken {
    var value = first
    var count = 1
    var end = end
    while case (.digit(let digit), let next)? = kind(at: end, in: rest) {
      if count < digitLimit { value = value * 10 + digit }
      count += 1
      end = next
    }
    rest = rest[end...]
    return .number(value, digits: count)
  }

  /// Takes a word, whose first letter ends at `end`, off the text.
  private static func word(from end: String.Index, in rest: inout Substring) -> DateToken {
    if let dotted = thaiAbbreviation(at: rest) {
      rest = rest[dotted.end...]
      return .word(dotted.name.lowercased())
    }
    var end = end
    while case (.letter, let next)? = kind(at: end, in: rest) { end = next }
    let word = lowercased(rest[..<end])
    rest = rest[end...]
    return .word(word)
  }

  private static func lowercased(_ word: Substring) -> String {
    word.utf8.allSatisfy { $0 < 0x80 } ? lowercased(word.utf8.span) : word.lowercased()
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
    guard let byte = text.utf8.first, byte >= 0x80, let first = text.first, isThai(first) else {
      return nil
    }
    let name = text.prefix { $0 == "." || isThai($0) }
    let letters = String(name.filter { $0 != "." })
    return name.contains(".") && MonthNames.month(named: letters) != nil
      ? (letters, name.endIndex) : nil
  }

  private static func isThai(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0xE00...0xE7F).contains($0.value) } ?? false
  }
}
