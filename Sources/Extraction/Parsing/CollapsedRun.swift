/// Collapses the white space of a run of text.
///
/// The buffer that it writes to is the caller's.
struct CollapsedRun {
  /// Whether white space was seen that is not written yet.
  var hasSpace: Bool
  /// Whether any text of the block was seen, in this run or before.
  var isOpen: Bool
  /// The last byte written, or the text's last before the run.
  var lastByte: UInt8
  /// Bytes written.
  private(set) var byteCount = 0
  /// Characters written.
  private(set) var characters: UInt32 = 0

  /// A run after text that ended so.
  init(hasSpace: Bool, isOpen: Bool, lastByte: UInt8) {
    self.hasSpace = hasSpace
    self.isOpen = isOpen
    self.lastByte = lastByte
  }

  /// The size of the buffer that a run of so many bytes needs.
  ///
  /// What is written is no longer than what is read, but for C1 controls, whose two bytes become three at
  /// most, and for the space before it.
  static func capacity(for byteCount: Int) -> Int { byteCount + byteCount / 2 + 8 }

  /// Whether libxml2 lets the byte through: control characters that no document may hold are dropped.
  @inline(__always)
  static func isCharacter(_ byte: UInt8) -> Bool {
    byte >= 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  /// Writes the run's text to `output`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 that ends with a character.
  ///   - isMarkup: Whether character references are decoded and control characters dropped.
  ///   - output: Memory of ``capacity(for:)`` bytes.
  mutating func collapse(
    _ bytes: Span<UInt8>, isMarkup: Bool, into output: UnsafeMutablePointer<UInt8>
  ) {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if position + 8 <= bytes.count, byte > ASCII.space, byte < 0x80 {
        let end = unsafe appendWords(bytes, from: position, to: output)
        if end > position {
          position = end
          continue
        }
      }
      if Self.isPlain(byte), byte != ASCII.ampersand || !isMarkup {
        position = unsafe appendWord(bytes, from: position, isMarkup: isMarkup, to: output)
      } else if byte <= ASCII.space {
        // Lines are indented by many spaces: control characters among them are dropped, or white space too.
        if isMarkup, Self.isCharacter(byte), position + 8 <= bytes.count,
          // The condition above keeps the load inside the span.
          ASCIIWords.areSpace(
            unsafe bytes.bytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: position, as: UInt64.self))
        {
          hasSpace = true
          position += 8
          continue
        }
        unsafe readControl(byte, isMarkup: isMarkup, to: output)
        position += 1
      } else if byte == ASCII.ampersand {
        position = unsafe appendReference(bytes, at: position, to: output)
      } else {
        position = unsafe appendSpecial(bytes, at: position, to: output)
      }
    }
  }

  /// Whether the byte is text whatever follows: no white space, and no first byte of a character that may
  /// be white space or nothing.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0xc2 && byte & 0xfe != 0xe2 && byte != 0xef
  }

  /// Appends ASCII words with one space between them, eight bytes at a time, as far as that goes.
  ///
  /// The first byte is no white space. A space at the end is left for the next text to begin with.
  ///
  /// - Returns: The index after them.
  @inline(__always)
  private mutating func appendWords(
    _ bytes: Span<UInt8>, from start: Int, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let raw = unsafe bytes.bytes
    var position = start
    var endsInSpace = false
    let isSpacePending = isOpen && hasSpace
    var count = byteCount + (isSpacePending ? 1 : 0)
    while position + 8 <= bytes.count {
      // The loop's condition keeps the load inside the span, and the buffer has room for what is read.
      let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
      let step = ASCIIWords(word, isAfterSpace: endsInSpace)
      guard step.length > 0 else { break }
      unsafe UnsafeMutableRawPointer(output + count).storeBytes(of: word, as: UInt64.self)
      position += step.length
      count += step.length
      endsInSpace = bytes[position - 1] == ASCII.space
      guard step.length == 8 else { break }
    }
    guard position > start else { return start }
    unsafe begin(output)
    characters += UInt32(truncatingIfNeeded: position - start)
    byteCount = count
    lastByte = bytes[position - 1]
    if endsInSpace {
      byteCount -= 1
      characters -= 1
      lastByte = bytes[position - 2]
      hasSpace = true
    }
    return position
  }

  /// Appends plain bytes up to the first other one.
  ///
  /// - Returns: The index after them.
  @inline(__always)
  private mutating func appendWord(
    _ bytes: Span<UInt8>, from start: Int, isMarkup: Bool,
    to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    unsafe begin(output)
    var position = start
    var count = byteCount
    var continuations = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard Self.isPlain(byte), byte != ASCII.ampersand || !isMarkup else { break }
      unsafe output[count] = byte
      count += 1
      continuations += byte & 0xc0 == 0x80 ? 1 : 0
      position += 1
    }
    byteCount = count
    characters += UInt32(truncatingIfNeeded: position - start - continuations)
    lastByte = bytes[position - 1]
    return position
  }

  /// Begins text: writes the space before it, if there is one.
  @inline(__always)
  private mutating func begin(_ output: UnsafeMutablePointer<UInt8>) {
    if isOpen && hasSpace {
      unsafe output[byteCount] = ASCII.space
      byteCount += 1
      characters += 1
    }
    isOpen = true
    hasSpace = false
  }

  private mutating func readControl(
    _ byte: UInt8, isMarkup: Bool, to output: UnsafeMutablePointer<UInt8>
  ) {
    if isMarkup {
      if Self.isCharacter(byte) { hasSpace = true }
    } else if ASCII.isSpace(byte) {
      hasSpace = true
    } else {
      unsafe append(byte, to: output)
    }
  }

  private mutating func append(_ byte: UInt8, to output: UnsafeMutablePointer<UInt8>) {
    unsafe begin(output)
    unsafe output[byteCount] = byte
    byteCount += 1
    characters += 1
    lastByte = byte
  }

  /// Appends what the character reference at `position` stands for.
  ///
  /// - Returns: The index after it.
  private mutating func appendReference(
    _ bytes: Span<UInt8>, at position: Int, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let reference = CharacterReference(in: bytes, at: position) else {
      unsafe append(ASCII.ampersand, to: output)
      return position + 1
    }
    switch reference.scalar {
    case 0: break
    case 0x09, 0x0a, 0x0d, 0x20, 0xa0: hasSpace = true
    case 0x21..<0x80: unsafe append(UInt8(reference.scalar), to: output)
    default: unsafe collapse(reference.bytes.span, isMarkup: false, into: output)
    }
    return reference.end
  }

  /// Appends the character at `position`, which may be white space or nothing.
  ///
  /// - Returns: The index after it.
  private mutating func appendSpecial(
    _ bytes: Span<UInt8>, at position: Int, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let character = SpecialCharacter(bytes, at: position)
    let end = position + character.byteCount
    switch character.meaning {
    case .space: hasSpace = true
    case .nothing: break
    case .separator:
      // Scripts without spaces use it to part words; elsewhere it is a stray.
      if isOpen, lastByte >= 0x80 {
        unsafe append(bytes.extracting(position..<end), characters: 0, to: output)
      }
    case .control(let replacement):
      unsafe append(replacement.span, characters: 1, to: output)
    case .text: unsafe append(bytes.extracting(position..<end), characters: 1, to: output)
    }
    return end
  }

  private mutating func append(
    _ bytes: Span<UInt8>, characters count: UInt32, to output: UnsafeMutablePointer<UInt8>
  ) {
    unsafe begin(output)
    for index in bytes.indices {
      unsafe output[byteCount] = bytes[index]
      byteCount += 1
    }
    characters += count
    lastByte = bytes[bytes.count - 1]
  }
}
