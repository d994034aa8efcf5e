/// A page, its record, and why each of its blocks has its role.
public struct PageExplanation: Sendable {
  /// The most blocks whose effects are found out.
  ///
  /// A block takes some milliseconds, since the trees are asked a thousand times; pages that people wrote have
  /// some hundreds of blocks.
  public static let mostExplained = 4_000

  /// The record of the page.
  public var record: Record
  /// The blocks in document order, of whatever role.
  public var blocks: [BlockTrace] = []
  /// The probability from which blocks of this page were chosen as main content; `nil` where none was, or
  /// where no model was used.
  public var cut: Double?

  /// An explanation of a page without blocks.
  init(record: Record) { self.record = record }
}
