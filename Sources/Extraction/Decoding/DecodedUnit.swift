/// What a decoder made of the bytes at one place.
struct DecodedUnit: Equatable {
  /// The number of bytes used, at least 1.
  var length: Int
  /// The scalar's value; `replacement` where malformed, `nothing` where the bytes only shift state.
  var scalar: UInt32
  /// A second scalar, or zero.
  ///
  /// Four codes of Big5 stand for two.
  var following: UInt32 = 0
  /// Whether the bytes mean nothing in the encoding.
  var isMalformed = false

  /// U+FFFD REPLACEMENT CHARACTER.
  static let replacement: UInt32 = 0xFFFD
  /// No scalar at all: above the last code point.
  static let nothing: UInt32 = 0xFFFF_FFFF

  /// Bytes that mean nothing, written as one U+FFFD.
  static func malformed(_ length: Int) -> DecodedUnit {
    DecodedUnit(length: length, scalar: replacement, isMalformed: true)
  }

  /// A two-byte code, or malformed when its code point is zero.
  ///
  /// A malformed code leaves an ASCII trail
  /// byte to be read again, so that a broken lead byte cannot swallow the `<` of a tag.
  static func pair(_ point: UInt32, trail: UInt8) -> DecodedUnit {
    point != 0 ? DecodedUnit(length: 2, scalar: point) : malformed(trail < 0x80 ? 1 : 2)
  }
}
