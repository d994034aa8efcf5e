extension DateToken {
  /// The pieces of a text in ASCII without carriage returns, or `nil` of another text.
  ///
  /// Bytes are characters there, which need not be told apart by the rules of Unicode.
  static func tokens(ofASCII bytes: Span<UInt8>) -> [DateToken]? {
    for index in bytes.indices where bytes[index] >= 0x80 || bytes[index] == 0x0D { return nil }
    var tokens: [DateToken] = []
    var position = 0
    while position < bytes.count, tokens.count < countLimit {
      let byte = bytes[position]
      if ASCII.isDigit(byte) {
        tokens.append(number(in: bytes, at: &position))
      } else if ASCII.isLetter(byte) {
        let start = position
        while position < bytes.count, ASCII.isLetter(bytes[position]) { position += 1 }
        tokens.append(.word(lowercased(bytes.extracting(start..<position))))
      } else {
        position += 1
        if byte == ASCII.space || 0x09...0x0C ~= byte { continue }
        tokens.append(.mark(Character(Unicode.Scalar(byte))))
      }
    }
    return tokens
  }

  private static func number(in bytes: Span<UInt8>, at position: inout Int) -> DateToken {
    var value = 0
    var count = 0
    while position < bytes.count, ASCII.isDigit(bytes[position]) {
      if count < digitLimit { value = value * 10 + Int(bytes[position] - 0x30) }
      count += 1
      position += 1
    }
    return .number(value, digits: count)
  }

  /// A word in ASCII in lower case.
  static func lowercased(_ word: Span<UInt8>) -> String {
    unsafe String(unsafeUninitializedCapacity: word.count) { buffer in
      for index in word.indices { unsafe buffer[index] = ASCII.lowercased(word[index]) }
      return word.count
    }
  }
}
