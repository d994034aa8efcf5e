internal import CModel

/// The columns that the trees look at, for some blocks of a page: tiles of 64 rows, slot after slot.
@safe
struct ColumnTiles {
  /// Rows of a tile.
  static let tileRows = Int(WINNOW_TILE_ROWS)

  /// The number of rows.
  private(set) var rowCount = 0
  private var values: [Float] = []

  private static let tileSize = ModelColumns.count * tileRows

  /// Makes room for rows, all zero.
  mutating func reset(rowCount: Int) {
    self.rowCount = rowCount
    values.reset(count: (rowCount + Self.tileRows - 1) / Self.tileRows * Self.tileSize)
  }

  /// Fills the columns of the feature table for some blocks of a page.
  mutating func fill(_ tree: BlockTree, _ features: PageFeatures, blocks: Range<Int>) {
    reset(rowCount: blocks.count)
    let rows = FeatureRows(tree: tree, features: features)
    unsafe values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      var pageColumn = 0
      for (row, block) in blocks.enumerated() {
        var sink = unsafe SelectedFeatures(base + Self.offset(ofRow: row), lanes: 1)
        rows.writeBlock(block, to: &sink)
        pageColumn = sink.column
      }
      for first in stride(from: 0, to: blocks.count, by: Self.tileRows) {
        let lanes = min(Self.tileRows, blocks.count - first)
        var sink = unsafe SelectedFeatures(
          base + Self.offset(ofRow: first), lanes: lanes, column: pageColumn)
        rows.writePage(to: &sink)
      }
    }
  }

  /// Sets one value.
  mutating func set(slot: Int, row: Int, to value: Float) {
    values[Self.offset(ofRow: row) + slot * Self.tileRows] = value
  }

  /// The sum of a slot's values.
  func sum(ofSlot slot: Int) -> Float {
    var sum = SIMD16<Float>.zero
    unsafe values.withUnsafeBytes { bytes in
      for tile in stride(from: 0, to: values.count, by: Self.tileSize) {
        for vector in 0..<(Self.tileRows / 16) {
          let offset = (tile + slot * Self.tileRows + vector * 16) * 4
          sum += unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
        }
      }
    }
    return sum.sum()
  }

  /// Calls `body` with the values of a row's tile.
  func withTile(ofRow row: Int, _ body: (UnsafePointer<Float>) -> Void) {
    let start = row / Self.tileRows * Self.tileSize
    unsafe values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress, start + Self.tileSize <= values.count else { return }
      unsafe body(base + start)
    }
  }

  private static func offset(ofRow row: Int) -> Int {
    row / tileRows * tileSize + row % tileRows
  }
}
