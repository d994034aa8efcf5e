/// What the first units of a document are when they are read as UTF-16 in one byte order.
struct UTF16Sample {
  /// Units looked at, from the start, where markup is.
  private static let length = 2048
  /// Bytes looked at.
  static let byteCount = 2 * length
  /// Greatest share of units that no text has: one in thirty of random bytes is half of a pair.
  private static let strayShare = 0.01
  /// Tags that make a document markup when its first unit does not begin one.
  private static let tagEvidence = 4

  private var count = 0
  /// Units that are spaces or marks of ASCII.
  ///
  /// Letters and digits tell no order: common characters of Chinese are theirs with the bytes exchanged.
  private(set) var marks = 0
  private var tags = 0
  private var strays = 0
  private var beginsWithTag = false

  /// The sample of a document.
  init(_ page: Span<UInt8>, isLittleEndian: Bool) {
    count = min(page.count / 2, Self.length)
    let (high, low) = isLittleEndian ? (1, 0) : (0, 1)
    var before: UInt16 = 0
    for index in 0..<count {
      let unit = UInt16(page[2 * index + high]) << 8 | UInt16(page[2 * index + low])
      note(unit, after: before)
      if index == 1 { beginsWithTag = tags == 1 }
      before = unit
    }
    // The other half of the last pair lies behind the sample.
    if UTF16.isLeadSurrogate(before), count == Self.length { strays -= 1 }
  }

  private mutating func note(_ unit: UInt16, after before: UInt16) {
    let followsLead = UTF16.isLeadSurrogate(before)
    switch unit {
    case 0x09...0x0D, 0x20...0x2F, 0x3A...0x3F: marks += 1
    case 0x00...0x1F, 0x7F, 0xE000...0xF8FF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF: strays += 1
    // Half a pair until the other one comes.
    case 0xD800...0xDBFF: strays += 1
    case 0xDC00...0xDFFF: strays += followsLead ? -1 : 1
    default: break
    }
    guard before == 0x3C, Self.beginsTag(unit) else { return }
    tags += 1
  }

  /// Whether it is text by its units.
  var isText: Bool { count > 0 && Double(strays) <= Self.strayShare * Double(count) }

  /// Whether it is markup by its tags, which are ASCII in every language.
  var isMarkup: Bool {
    isText && (tags >= Self.tagEvidence || (tags > 1 && beginsWithTag))
  }

  private static func beginsTag(_ unit: UInt16) -> Bool {
    guard let byte = UInt8(exactly: unit) else { return false }
    return (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
  }
}
