/// Writes those features of a block that the trees look at, each to its slot of a tile.
@safe
struct SelectedFeatures: FeatureSink {
  /// The next column of the feature table.
  private(set) var column: Int

  private let tile: UnsafeMutablePointer<Float>
  private let slots = ModelColumns.slots
  private let lanes: Int

  /// Writes to a tile.
  ///
  /// - Parameters:
  ///   - tile: Where the row's value of slot 0 is.
  ///   - lanes: How many rows have the value.
  ///   - column: The first column that is written.
  init(_ tile: UnsafeMutablePointer<Float>, lanes: Int, column: Int = 0) {
    unsafe self.tile = unsafe tile
    self.lanes = lanes
    self.column = column
  }

  @inline(__always)
  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float) {
    let slot = Int(slots[column])
    column += 1
    guard slot >= 0 else { return }
    let value = value()
    // A slot has room for every row of a tile, and a tile for every slot.
    for lane in 0..<lanes { unsafe tile[slot * ColumnTiles.tileRows + lane] = value }
  }
}
