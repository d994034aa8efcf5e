/// What a non-ASCII character means for the collapse of white space.
struct SpecialCharacter {
  enum Meaning {
    /// Text like any other.
    case text
    /// White space: a no-break, en, em, thin or ideographic space, or a line separator.
    case space
    /// Nothing: a soft hyphen, a byte order mark, a word joiner.
    case nothing
    /// A zero-width space.
    case separator
    /// A C1 control, which stands for the windows-1252 character of its number (HTML standard,
    /// numeric character reference end state).
    case control([UInt8])
  }

  /// What it means.
  var meaning: Meaning
  /// The length of its encoding.
  var byteCount: Int

  /// The character at `position`, whose byte is not ASCII.
  init(_ bytes: Span<UInt8>, at position: Int) {
    let first = bytes[position]
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    let third = position + 2 < bytes.count ? bytes[position + 2] : 0
    meaning = .text
    byteCount = min(first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4, bytes.count - position)
    switch (first, second) {
    case (0xc2, 0xa0): meaning = .space
    case (0xc2, 0xad): meaning = .nothing
    case (0xc2, 0x80...0x9f): meaning = .control(Self.windows1252(second))
    case (0xe2, 0x80):
      if third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf { meaning = .space }
      if third == 0x8b { meaning = .separator }
    case (0xe2, 0x81):
      if third == 0x9f { meaning = .space }
      if third == 0xa0 { meaning = .nothing }
    case (0xe3, 0x80) where third == 0x80: meaning = .space
    case (0xef, 0xbb) where third == 0xbf: meaning = .nothing
    // U+FFFE and U+FFFF are no characters.
    case (0xef, 0xbf) where third >= 0xbe: meaning = .nothing
    default: break
    }
  }

  /// The UTF-8 of a windows-1252 character from 0x80 to 0x9f.
  private static func windows1252(_ byte: UInt8) -> [UInt8] {
    let scalar = Unicode.Scalar(windows1252Scalars[Int(byte - 0x80)]) ?? "\u{fffd}"
    return Array(String(Character(scalar)).utf8)
  }

  private static let windows1252Scalars: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
}
