private import CEncodingTables

/// A table of a legacy encoding: pointer to code point.
///
/// The tables are ours and not those of iconv: the worker that decodes has no file system, and iconv
/// loads its tables from files; pages follow the WHATWG standard, from which iconv differs in dozens of
/// codes; and the same bytes have to give the same text on each machine.
///
/// They are C arrays, since a Swift array literal of that size compiles slowly. This is the only file
/// that meets their pointers.
@safe
struct CodeTable<Value: FixedWidthInteger> {
  private let base: UnsafePointer<Value>
  /// The number of codes.
  let count: Int

  private init(_ base: UnsafePointer<Value>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The code point at a pointer, or zero when there is none.
  subscript(pointer: Int) -> UInt32 {
    guard pointer >= 0, pointer < count else { return 0 }
    // The bounds are checked above, and the array behind the pointer is never freed.
    return UInt32(truncatingIfNeeded: unsafe base[pointer])
  }
}

extension CodeTable<UInt16> {
  /// The single-byte encodings, 128 codes each, in the order of `SingleByteDecoder`.
  static var singleByte: Self {
    unsafe Self(winnow_single_byte(), count: winnow_single_byte_count)
  }
  /// The two-byte codes of GBK and gb18030.
  static var gb18030: Self {
    unsafe Self(winnow_gb18030(), count: winnow_gb18030_count)
  }
  /// First pointers of the runs of gb18030's four-byte codes, ascending.
  static var gb18030RangePointers: Self {
    unsafe Self(
      winnow_gb18030_range_pointers(), count: winnow_gb18030_range_pointers_count)
  }
  /// First code points of the same runs.
  static var gb18030RangePoints: Self {
    unsafe Self(
      winnow_gb18030_range_points(), count: winnow_gb18030_range_points_count)
  }
  /// JIS X 0208 with the vendors' extensions.
  static var jis0208: Self {
    unsafe Self(winnow_jis0208(), count: winnow_jis0208_count)
  }
  /// JIS X 0212.
  static var jis0212: Self {
    unsafe Self(winnow_jis0212(), count: winnow_jis0212_count)
  }
  /// Unified Hangul Code.
  static var eucKR: Self {
    unsafe Self(winnow_euc_kr(), count: winnow_euc_kr_count)
  }
}

extension CodeTable<UInt32> {
  /// Big5 with the Hong Kong supplement.
  static var big5: Self {
    unsafe Self(winnow_big5(), count: winnow_big5_count)
  }
}
