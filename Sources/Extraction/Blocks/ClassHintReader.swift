/// Reads hints out of class, id and role attributes.
struct ClassHintReader {
  private let tokens = ClassHintTokens.table

  /// The hints of an attribute's tokens.
  ///
  /// - Parameter value: The attribute's value, UTF-8.
  /// - Returns: The hints that its words give.
  func hints(in value: Span<UInt8>) -> ClassHints {
    var bits: UInt64 = 0
    var hash = NameHash()
    var length = 0
    var previousIsSmall = false
    for index in value.indices {
      let byte = value[index]
      let isLetter = ASCII.isLetter(byte)
      let isCapital = isLetter && byte & 0x20 == 0
      if length > 0 && (!isLetter || (isCapital && previousIsSmall)) {
        add(hash, length: length, to: &bits)
        hash = NameHash()
        length = 0
      }
      if isLetter {
        hash.combine(lowercasing: byte)
        length += 1
      }
      previousIsSmall = isLetter && !isCapital
    }
    add(hash, length: length, to: &bits)
    return ClassHints(rawValue: bits)
  }

  /// Tokens of one letter say nothing.
  private func add(_ hash: NameHash, length: Int, to bits: inout UInt64) {
    guard length > 1, let hint = tokens.value(of: hash) else { return }
    bits |= hint
  }
}
