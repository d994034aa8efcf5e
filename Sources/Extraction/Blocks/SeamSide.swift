/// What stands on one side of a place where two elements meet.
enum SeamSide {
  case lowercase
  case uppercase
  /// A letter of a script that has no capitals.
  case uncased
  case digit
  /// A mark after which something new begins.
  case endMark
  case other

  /// Whether the sides are of two names or numbers, not halves of one.
  ///
  /// Drop caps and links inside a word leave a small letter after the place, or capitals on both sides of it.
  static func part(_ before: SeamSide, _ after: SeamSide, areBothElements: Bool) -> Bool {
    switch (before, after) {
    case (.other, _), (_, .other), (_, .endMark): false
    case (.digit, .digit), (.uppercase, .uppercase): areBothElements
    case (.uppercase, .lowercase), (.lowercase, .lowercase): false
    default: true
    }
  }

  /// The side that ends with the last character of the bytes.
  static func last(of bytes: ArraySlice<UInt8>) -> SeamSide {
    if let byte = bytes.last, byte < 0x80 { return side(ofASCII: byte) }
    var start = bytes.endIndex
    while start > bytes.startIndex, bytes.endIndex - start < 4 {
      start -= 1
      if bytes[start] & 0xc0 != 0x80 { break }
    }
    return side(of: String(decoding: bytes[start...], as: UTF8.self))
  }

  /// The side that begins with the first character of the bytes.
  static func first(of bytes: ArraySlice<UInt8>) -> SeamSide {
    if let byte = bytes.first, byte < 0x80 { return side(ofASCII: byte) }
    let end = bytes.dropFirst().firstIndex { $0 & 0xc0 != 0x80 } ?? bytes.endIndex
    return side(of: String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self))
  }

  private static func side(ofASCII byte: UInt8) -> SeamSide {
    if ASCII.isLetter(byte) { return byte & 0x20 == 0 ? .uppercase : .lowercase }
    if ASCII.isDigit(byte) { return .digit }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")].contains(byte)
      ? .endMark : .other
  }

  private static func side(of text: String) -> SeamSide {
    guard let scalar = text.unicodeScalars.first else { return .other }
    let properties = scalar.properties
    if properties.isUppercase { return .uppercase }
    if properties.isLowercase { return .lowercase }
    if properties.isAlphabetic { return .uncased }
    if properties.numericType == .decimal { return .digit }
    return [",", ";", "|", "•", "·", "，", "、"].contains(scalar) ? .endMark : .other
  }
}
