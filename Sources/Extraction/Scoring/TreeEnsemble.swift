internal import CModel

/// Boosted trees over codes, compiled in as C tables.
///
/// Rows are held as tiles of columns (``CodeTiles``), so that a split is tried on many rows at once.
@safe
struct TreeEnsemble {
  private let ensemble: winnow_ensemble
  /// For each tree the leaves that the page lets its rows reach.
  private var reached: [UInt8]
  private var tileSums: [Float]

  /// Whether to do without the vectors that only some processors have.
  var isPortable = false

  /// The number of sums of a row.
  let classCount: Int

  /// The trees that tell main content.
  static var main: TreeEnsemble { unsafe TreeEnsemble(winnow_main_ensemble) }
  /// The trees that tell roles.
  static var role: TreeEnsemble { unsafe TreeEnsemble(winnow_role_ensemble) }
  /// The model's name.
  static var modelName: String { unsafe String(cString: winnow_model_name) }

  private init(_ ensemble: winnow_ensemble) {
    unsafe self.ensemble = unsafe ensemble
    classCount = unsafe Int(ensemble.class_count)
    reached = unsafe Array(repeating: 0, count: Int(ensemble.tree_count) * 2)
    tileSums = Array(repeating: 0, count: classCount * CodeTiles.tileRows)
  }

  /// The sums of the leaves that the rows end in, ``classCount`` sums a row.
  ///
  /// - Parameters:
  ///   - tiles: The rows.
  ///   - body: Called with the sums of a row, row after row: where the first is, and how far apart they are.
  mutating func forEachSums(
    of tiles: borrowing CodeTiles, _ body: (UnsafePointer<Float>, _ stride: Int) -> Void
  ) {
    var ensemble = unsafe self.ensemble
    unsafe reached.withUnsafeMutableBytes { reached in
      unsafe tileSums.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress, let reached = reached.baseAddress else { return }
        let pairs = unsafe reached.assumingMemoryBound(to: (UInt8, UInt8).self)
        unsafe winnow_reach_leaves(&ensemble, tiles.pageCodes, pairs)
        unsafe tiles.forEachTile { codes, rows in
          unsafe winnow_add_leaves(
            &ensemble, codes, pairs, sums, Int32(rows.count), isPortable)
          for row in 0..<rows.count { unsafe body(sums + row, CodeTiles.tileRows) }
        }
      }
    }
  }
}
