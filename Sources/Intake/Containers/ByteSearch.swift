/// Finds bytes in bytes.
enum ByteSearch {
  /// The first place of `needle` in `bytes`.
  ///
  /// Complexity: linear, for needles whose first byte is rare.
  static func firstIndex(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first else { return bytes.startIndex }
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: first) {
      guard bytes.endIndex - found >= needle.count else { return nil }
      if bytes[found...].starts(with: needle) { return found }
      start = found + 1
    }
    return nil
  }
}

extension ByteSearch {
  /// The first place of `needle` from `start` on at which a line begins.
  static func lineStart(of needle: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var line = start
    while line < bytes.endIndex {
      if bytes[line...].starts(with: needle) { return line }
      guard let feed = bytes[line...].firstIndex(of: 0x0A) else { return nil }
      line = feed + 1
    }
    return nil
  }
}
