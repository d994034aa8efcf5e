internal import CModel

/// Boosted trees, compiled in as C tables.
///
/// Rows are held as tiles of columns (``ColumnTiles``), so that a split is tried on many rows at once.
@safe
struct TreeEnsemble {
  private let ensemble: winnow_ensemble

  /// The trees that tell main content.
  static var main: TreeEnsemble { unsafe TreeEnsemble(winnow_main_ensemble) }
  /// The trees that tell roles.
  static var role: TreeEnsemble { unsafe TreeEnsemble(winnow_role_ensemble) }
  /// The trees that tell page types.
  static var type: TreeEnsemble { unsafe TreeEnsemble(winnow_type_ensemble) }
  /// The model's name.
  static var modelName: String { unsafe String(cString: winnow_model_name) }

  private init(_ ensemble: winnow_ensemble) { unsafe self.ensemble = unsafe ensemble }

  /// Adds each tree's leaf to the sums.
  ///
  /// - Parameters:
  ///   - tiles: The rows.
  ///   - classes: How many sums a row has; tree `i` adds to sum `i % classes`.
  ///   - sums: `classes` sums a row; what is in them stays.
  func add(_ tiles: borrowing ColumnTiles, classes: Int, to sums: inout [Float]) {
    precondition(sums.count == tiles.rowCount * classes, "one sum a row and class")
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      var ensemble = unsafe self.ensemble
      for first in stride(from: 0, to: tiles.rowCount, by: ColumnTiles.tileRows) {
        let count = min(ColumnTiles.tileRows, tiles.rowCount - first)
        unsafe tiles.withTile(ofRow: first) { tile in
          unsafe winnow_add_leaves(
            &ensemble, tile, Int32(count), Int32(classes), sums + first * classes)
        }
      }
    }
  }

  /// The slots that the trees look at, in rising order.
  var slots: [Int] {
    let end = unsafe ensemble.tree_count > 0 ? ensemble.ends[Int(ensemble.tree_count) - 1] : 0
    var slots: Set<Int> = []
    for index in 0..<Int(end) { slots.insert(unsafe Int(ensemble.splits[index].slot)) }
    return slots.sorted()
  }
}
