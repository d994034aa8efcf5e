/// Finds where ASCII ends, eight words at a time.
enum ASCIIScan {
  /// The end of a run of plain bytes: ASCII without NUL.
  ///
  /// - Parameters:
  ///   - page: The bytes.
  ///   - start: Where the run starts.
  /// - Returns: The offset of the first byte that is NUL or above 0x7F, or the count.
  static func endOfPlainRun(in page: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    let bytes = unsafe page.bytes
    // A subtraction borrows into the high bit only where a byte is zero, if no byte is above 0x80;
    // those that are stop the run by themselves.
    while offset + 64 <= page.count {
      var stops: UInt64 = 0
      for word in 0..<8 {
        // The loop's condition keeps the load inside the span.
        let value = unsafe bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset + word * 8, as: UInt64.self)
        stops |= (value | (value &- ByteLanes.ones)) & ByteLanes.highBits
      }
      if stops != 0 { break }
      offset += 64
    }
    while offset + 8 <= page.count {
      let value = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self)
      let stops = (value | (value &- ByteLanes.ones)) & ByteLanes.highBits
      // On a little-endian machine the lowest set bit is in the first such byte.
      if stops != 0 { return offset + UInt64(littleEndian: stops).trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < page.count, page[offset] &- 1 < 0x7F { offset += 1 }
    return offset
  }
}
