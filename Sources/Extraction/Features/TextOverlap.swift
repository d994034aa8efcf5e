/// How much of a block's text stands in two reference texts: the document's title and its description.
///
/// They are compared as runs of four bytes of letters and digits without case, so that no words have to be
/// told apart in any script.
struct TextOverlap {
  /// Blocks longer than this are no titles; in bytes.
  private static let longestText = 400
  private static let markCount = 8192
  private static let first: UInt8 = 1
  private static let second: UInt8 = 2

  /// For each hash the references that have a run of it.
  private var marks = [UInt8](repeating: 0, count: markCount)
  private var gramCounts = (first: 0, second: 0)
  private let folded = Self.foldedBytes

  /// Letters and digits in lower case; 0 for what is passed over.
  private static let foldedBytes: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    return ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 ? ASCII.lowercased(byte) : 0
  }

  /// The share of a text's runs that the reference has, and the share of the reference they make up.
  typealias Shares = (ofText: Float, ofReference: Float)

  /// Takes the reference texts.
  mutating func setReferences(_ first: String?, _ second: String?) {
    marks.reset(count: Self.markCount)
    gramCounts = (mark(first, Self.first), mark(second, Self.second))
  }

  /// Marks the runs of a reference.
  ///
  /// - Returns: How many there are.
  private mutating func mark(_ reference: String?, _ mark: UInt8) -> Int {
    guard let reference else { return 0 }
    var gram = Gram()
    var count = 0
    for byte in reference.utf8 {
      gram.take(folded[Int(byte)])
      guard gram.isNewAndWhole else { continue }
      marks[gram.hash & (Self.markCount - 1)] |= mark
      count += 1
    }
    return count
  }

  /// The shares of a text in both references, in one pass over it.
  func shares(of text: Span<UInt8>) -> (first: Shares, second: Shares) {
    guard gramCounts.first + gramCounts.second > 0, text.count <= Self.longestText else {
      return ((0, 0), (0, 0))
    }
    var gram = Gram()
    var total = 0
    var found = 0
    var foundInSecond = 0
    let marks = marks.span
    let folded = folded.span
    for index in text.indices {
      // The table has every byte, and the mask keeps the hash inside the marks.
      gram.take(unsafe folded[unchecked: Int(text[index])])
      let mark = unsafe marks[unchecked: gram.hash & (Self.markCount - 1)]
      let isCounted = gram.isNewAndWhole ? 1 : 0
      total += isCounted
      found += isCounted & Int(mark)
      foundInSecond += isCounted & Int(mark >> 1)
    }
    return (
      Self.shares(found, of: total, in: gramCounts.first),
      Self.shares(foundInSecond, of: total, in: gramCounts.second)
    )
  }

  private static func shares(_ found: Int, of total: Int, in gramCount: Int) -> Shares {
    guard gramCount > 0, total > 0 else { return (0, 0) }
    return (Float(found) / Float(total), min(Float(found) / Float(gramCount), 1))
  }

  /// A run of four bytes that moves along a text; it has no branches, since nobody could foresee them.
  private struct Gram {
    private var bytes: UInt32 = 0
    private var length = 0
    /// Whether the last byte taken ended a run of four.
    private(set) var isNewAndWhole = false

    /// A hash of the run.
    @inline(__always)
    var hash: Int {
      let product = bytes &* 0x9e37_79b1
      return Int(truncatingIfNeeded: product ^ (product >> 15))
    }

    /// Takes the next byte; 0 is passed over.
    @inline(__always)
    mutating func take(_ byte: UInt8) {
      let isTaken = byte != 0
      bytes = isTaken ? bytes << 8 | UInt32(byte) : bytes
      length &+= isTaken ? 1 : 0
      isNewAndWhole = isTaken && length >= 4
    }
  }
}
