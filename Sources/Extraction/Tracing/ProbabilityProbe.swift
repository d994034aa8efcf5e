private import Glibc

/// Scores made-up rows as the fitted trees score the blocks of a page.
///
/// It is the only part of the tracing that knows how the trees are asked. Rows may be of different pages, and the trees
/// take rows of one page together.
struct ProbabilityProbe {
  /// The columns that any tree looks at, of the feature table and then of the context.
  static let columns: [Int] = slots.keys.sorted()
  /// The columns of the feature table and the context.
  static let columnCount = FeatureTable.columnCount + FeatureLayout.contextColumns.count

  /// Where the code of a column stands: among those of the row, or after them those of its page.
  private static let slots: [Int: Int] = {
    var slots: [Int: Int] = [:]
    for slot in 0..<ModelColumns.count { slots[ModelColumns.column(ofSlot: slot)] = slot }
    for slot in 0..<ModelColumns.pageCount {
      slots[ModelColumns.column(ofPageSlot: slot)] = ModelColumns.count + slot
    }
    return slots
  }()

  /// The scale of each column; `nil` for whole numbers that are their own codes.
  private let scales: [ValueScale?] =
    (FeatureLayout.columns + FeatureLayout.contextColumns).map {
      FeatureLayout.scale(of: $0.source).map { ValueScale($0) }
    }

  private var mainTrees = TreeEnsemble.main
  private var roleTrees = TreeEnsemble.role
  private var tiles = CodeTiles()
  /// The codes of each row, and then of its page.
  private var rows: [[UInt8]] = []

  /// Makes room for rows, with the least code of every column.
  mutating func reset(rowCount: Int) {
    let row = [UInt8](repeating: 0, count: ModelColumns.count + ModelColumns.pageCount)
    rows = Array(repeating: row, count: rowCount)
  }

  /// Sets one of ``columns`` of a row; others are nothing to the trees.
  mutating func set(_ column: Int, ofRow row: Int, to value: Float) {
    guard let slot = Self.slots[column] else { return }
    rows[row][slot] = scales[column]?.code(value) ?? UInt8(value)
  }

  /// The probability of main content of each row.
  mutating func mainProbabilities() -> [Float] {
    var result = [Float](repeating: 0, count: rows.count)
    for members in rowsOfPages() {
      fillTiles(members)
      var next = members.makeIterator()
      unsafe mainTrees.forEachSums(of: tiles) { sum, _ in
        if let row = next.next() { unsafe result[row] = 1 / (1 + expf(-sum.pointee)) }
      }
    }
    return result
  }

  /// The probabilities of the ten roles of each row, ten values a row.
  mutating func roleProbabilities() -> [Float] {
    let classes = Role.allCases.count
    var result = [Float](repeating: 0, count: rows.count * classes)
    for members in rowsOfPages() {
      fillTiles(members)
      var next = members.makeIterator()
      unsafe roleTrees.forEachSums(of: tiles) { sum, stride in
        guard let row = next.next() else { return }
        for role in 0..<classes { unsafe result[row * classes + role] = sum[role * stride] }
      }
    }
    Softmax.apply(to: &result, classes: classes)
    return result
  }

  /// The rows of each page, by what the page's codes are.
  private func rowsOfPages() -> [[Int]] {
    var places: [ArraySlice<UInt8>: Int] = [:]
    var pages: [[Int]] = []
    for (index, row) in rows.enumerated() {
      let place = places[row[ModelColumns.count...], default: pages.count]
      if place == pages.count {
        places[row[ModelColumns.count...]] = place
        pages.append([])
      }
      pages[place].append(index)
    }
    return pages
  }

  private mutating func fillTiles(_ members: [Int]) {
    tiles.reset(rowCount: members.count)
    for (place, row) in members.enumerated() {
      for slot in 0..<ModelColumns.count { tiles[slot, place] = rows[row][slot] }
    }
    if let first = members.first { tiles.pageCodes = Array(rows[first][ModelColumns.count...]) }
  }
}
