/// Counts over the text of a block in one pass over its bytes.
struct BlockStatisticsReader {
  /// Characters of a word in scripts without spaces: Chinese and Japanese words have about two.
  private static let ideographsPerWord: Float = 2
  /// Thai, Lao, Khmer and Burmese words have about four base characters and marks.
  private static let southeastAsianCharactersPerWord: Float = 4

  private var statistics = BlockStatistics()
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private var isInWord = false
  private var isInNumber = false
  private var isAfterClockColon = false
  private var ideographs: Float = 0
  private var southeastAsian: Float = 0

  /// The counts of a text.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: The counts.
  static func statistics(of text: Span<UInt8>) -> BlockStatistics {
    var reader = Self()
    var position = 0
    while position < text.count {
      let byte = text[position]
      if ASCII.isLetter(byte) {
        position = reader.readLetters(text, from: position)
      } else if byte < 0x80 {
        reader.readASCII(byte)
        position += 1
      } else {
        let (scalar, length) = decode(text, at: position)
        reader.read(scalar)
        position += length
      }
    }
    return reader.finish()
  }

  /// Reads the ASCII letters from that place on, of which there is one at least.
  ///
  /// - Returns: The index after them.
  @inline(__always)
  private mutating func readLetters(_ text: Span<UInt8>, from start: Int) -> Int {
    if !isInWord, text[start] & 0x20 == 0 { statistics.capitalizedWords += 1 }
    var hash = hash
    var capitals: UInt32 = 0
    var position = start
    while position < text.count {
      // The loop's condition keeps the index inside the text.
      let byte = unsafe text[unchecked: position]
      guard ASCII.isLetter(byte) else { break }
      capitals += UInt32(~byte >> 5 & 1)
      hash = Self.combined(hash, UInt32(byte | 0x20))
      position += 1
    }
    self.hash = hash
    readLetter()
    statistics.letters += UInt32(position - start - 1)
    statistics.capitals += capitals
    return position
  }

  @inline(__always)
  private mutating func readASCII(_ byte: UInt8) {
    if ASCII.isDigit(byte) {
      readDigit()
      combine(UInt32(byte))
    } else if byte <= ASCII.space {
      isInWord = false
      isInNumber = false
      isAfterClockColon = false
    } else {
      readSign(UInt32(byte))
    }
  }

  private mutating func read(_ scalar: UInt32) {
    switch scalar {
    case 0xff10...0xff19, 0x0660...0x0669, 0x06f0...0x06f9, 0x0966...0x096f: readDigit()
    case 0x3041...0x30ff, 0x3400...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff:
      statistics.letters += 1
      ideographs += 1
      readEndless()
    case 0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff:
      statistics.letters += 1
      southeastAsian += 1
      readEndless()
    // Joiners stand inside words and marks of direction beside them; neither is seen.
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f: return
    case 0x2000...0x206f, 0x20a0...0x20cf, 0x2100...0x2bff, 0x3000...0x303f, 0xff00...0xff20,
      0xffe0...0xffe6,
      0xa1...0xa9, 0xab...0xb4, 0xb6...0xb9, 0xbb...0xbf, 0x060c, 0x061b, 0x061f, 0x06d4, 0x0964,
      0x0965, 0x1f000...0x1ffff:
      readSign(scalar)
      return
    default: readLetter()
    }
    combine(scalar)
  }

  private mutating func readLetter() {
    isAfterClockColon = false
    statistics.letters += 1
    if !isInWord { statistics.words += 1 }
    isInWord = true
    isInNumber = false
    endWithText()
  }

  private mutating func readEndless() {
    isInWord = false
    isInNumber = false
    endWithText()
  }

  private mutating func readDigit() {
    if isAfterClockColon { statistics.clockTimes += 1 }
    isAfterClockColon = false
    statistics.digits += 1
    if !isInWord { statistics.words += 1 }
    if !isInNumber { statistics.numbers += 1 }
    isInWord = true
    isInNumber = true
    endWithText()
  }

  private mutating func endWithText() {
    statistics.endsSentence = false
    statistics.endsInColon = false
  }

  /// Counts the signs that say what a line is, whatever its language.
  private mutating func countKind(of sign: UInt32) {
    switch sign {
    case 0x24, 0xa2...0xa5, 0x20a0...0x20cf, 0xffe0...0xffe1, 0xffe5: statistics.currencies += 1
    case 0x25, 0x2030, 0xff05: statistics.percents += 1
    case 0xa9, 0xae, 0x2117, 0x2120, 0x2122: statistics.rights += 1
    case 0x2b, 0xab, 0xbb, 0x203a, 0x2190...0x21ff, 0x25b2...0x25c5, 0x27a1, 0x2b06, 0x2b07:
      statistics.arrows += 1
    case 0x2f, 0x7c, 0xb7, 0x2022, 0x30fb: statistics.bars += 1
    case 0x40: statistics.ats += 1
    case 0x21, 0x3f, 0xff01, 0xff1f, 0x061f: statistics.exclamations += 1
    case 0x2026: statistics.ellipses += 1
    default: break
    }
  }

  private mutating func readSign(_ scalar: UInt32) {
    isAfterClockColon = scalar == 0x3a && isInNumber
    countKind(of: scalar)
    switch scalar {
    // . ! ? … 。 ！ ？ ؟ ۔ । ॥ and their full-width forms.
    case 0x2e, 0x21, 0x3f, 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e, 0x061f, 0x06d4, 0x0964, 0x0965:
      statistics.sentenceMarks += 1
      statistics.endsSentence = true
      statistics.endsInColon = false
    // , ; 、 ， ； ، ؛
    case 0x2c, 0x3b, 0x3001, 0xff0c, 0xff1b, 0x060c, 0x061b:
      statistics.commas += 1
      endWithText()
    case 0x3a, 0xff1a:
      statistics.endsSentence = false
      statistics.endsInColon = true
    // Closing quotes and brackets leave the end of a sentence as it is.
    case 0x22, 0x27, 0x29, 0x5d, 0x2019, 0x201d, 0xbb, 0x300d, 0x300f, 0xff09: break
    case 0x2d, 0x2010...0x2015: endWithText()
    default:
      statistics.signs += 1
      endWithText()
    }
    let isInner =
      scalar == 0x27 || scalar == 0x2019 || scalar == 0x2d || scalar == 0x2e || scalar == 0x2c
    if !isInner { isInWord = false }
    if !isInner || scalar == 0x2d { isInNumber = false }
  }

  private mutating func combine(_ scalar: UInt32) {
    hash = Self.combined(hash, scalar)
  }

  /// FNV-1a over whole characters.
  @inline(__always)
  private static func combined(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
  }

  private func finish() -> BlockStatistics {
    var result = statistics
    result.words +=
      ideographs / Self.ideographsPerWord + southeastAsian / Self.southeastAsianCharactersPerWord
    result.textHash = result.letters + result.digits > 0 ? hash : 0
    return result
  }

  private static func decode(_ text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int)
  {
    let first = UInt32(text[position])
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard position + length <= text.count else { return (0xfffd, text.count - position) }
    var scalar = first & (0xff >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3f) }
    return (scalar, length)
  }
}
