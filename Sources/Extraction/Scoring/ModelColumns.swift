internal import CModel

/// The columns that the fitted trees look at; each has a slot in ``CodeTiles``.
struct ModelColumns {
  /// A value of something, and the slots of the columns that it gives.
  struct Slots {
    /// The value's number.
    var value: Int
    /// For each column its slot, and which of the values it is: an offset, a level, or 0 and 1 for the nearest and the
    /// outermost.
    var slots: [(slot: Int, place: Int)]
  }

  /// The columns of each source.
  private(set) var blocks: [Slots] = []
  private(set) var ancestors: [Slots] = []
  private(set) var cards: [Slots] = []
  private(set) var context: [Slots] = []
  private(set) var elements: [(slot: Int, mark: Int)] = []
  private(set) var hints: [(slot: Int, mark: Int)] = []
  private(set) var pages: [(slot: Int, value: Int)] = []
  private(set) var pageContext: [(slot: Int, value: Int)] = []

  /// The columns of the shipped trees.
  static let shipped = ModelColumns()

  /// The number of slots for rows, and for pages.
  static let count = Int(winnow_column_count)
  static let pageCount = Int(winnow_page_column_count)

  private init() {
    let columns = FeatureLayout.columns + FeatureLayout.contextColumns
    precondition(
      Int(winnow_feature_count) == columns.count
        && Int(winnow_scale_count) == FeatureLayout.Scales.count,
      "the trees were fitted on other columns")
    for slot in 0..<Self.count { add(columns[Self.column(ofSlot: slot)].source, slot) }
    for slot in 0..<Self.pageCount { add(columns[Self.column(ofPageSlot: slot)].source, slot) }
  }

  private mutating func add(_ source: FeatureSource, _ slot: Int) {
    switch source {
    case .block(let value, let offset): Self.add(value, slot, offset, to: &blocks)
    case .ancestor(let value, let level): Self.add(value, slot, level, to: &ancestors)
    case .card(let value, let isOutermost):
      Self.add(value, slot, isOutermost ? 1 : 0, to: &cards)
    case .context(let value, let offset): Self.add(value, slot, offset, to: &context)
    case .element(let mark): elements.append((slot, mark))
    case .hint(let mark): hints.append((slot, mark))
    case .page(let value): pages.append((slot, value))
    case .pageContext(let value): pageContext.append((slot, value))
    }
  }

  private static func add(_ value: Int, _ slot: Int, _ place: Int, to list: inout [Slots]) {
    if let index = list.firstIndex(where: { $0.value == value }) {
      list[index].slots.append((slot, place))
    } else {
      list.append(Slots(value: value, slots: [(slot, place)]))
    }
  }

  /// The column of a slot: an index into those of the feature table and then of the context.
  static func column(ofSlot slot: Int) -> Int {
    precondition((0..<count).contains(slot), "a slot of the trees")
    return Int(winnow_column(Int32(slot)))
  }

  /// Likewise of a slot for pages.
  static func column(ofPageSlot slot: Int) -> Int {
    precondition((0..<pageCount).contains(slot), "a slot of the trees")
    return Int(winnow_page_column(Int32(slot)))
  }
}
