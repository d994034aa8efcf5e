internal import CModel

/// Boosted trees, compiled in as C tables; the inference is here.
///
/// Every split of a tree is tried on a tile of rows at once, without branches: a row over the threshold loses
/// the leaves on the split's left, and the first leaf it still has is the one it ends in (QuickScorer: Lucchese
/// et al., "QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees",
/// SIGIR 2015).
@safe
struct TreeEnsemble {
  /// Rows that pass the trees together, as four vectors of sixteen.
  private static let tileRows = 64
  /// Leaves that a tree has room for.
  private static let leavesPerTree = 16

  private typealias Values = SIMD16<Float>
  private typealias Leaves = SIMD16<UInt32>

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

  /// The number of trees.
  var treeCount: Int { unsafe Int(ensemble.tree_count) }

  /// Adds each tree's leaf to the sums.
  ///
  /// - Parameters:
  ///   - rows: The features, `width` values a row.
  ///   - width: The number of columns.
  ///   - classes: How many sums a row has; tree `i` adds to sum `i % classes`.
  ///   - sums: `classes` sums a row; what is in them stays.
  func add(rows: Span<Float>, width: Int, classes: Int, to sums: inout [Float]) {
    precondition(
      unsafe width == Int(ensemble.feature_count), "the trees were fitted on other columns")
    let rowCount = width == 0 ? 0 : rows.count / width
    precondition(sums.count == rowCount * classes, "one sum a row and class")
    let columnCount = unsafe Int(ensemble.column_count)
    var tile = [Values](repeating: .zero, count: columnCount * 4)
    unsafe rows.withUnsafeBufferPointer { values in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        unsafe tile.withUnsafeMutableBufferPointer { tile in
          guard let rows = values.baseAddress, let sums = sums.baseAddress,
            let tile = tile.baseAddress
          else { return }
          for first in stride(from: 0, to: rowCount, by: Self.tileRows) {
            let count = min(Self.tileRows, rowCount - first)
            unsafe fill(tile, from: rows + first * width, width: width, rowCount: count)
            unsafe add(tile, rowCount: count, classes: classes, to: sums + first * classes)
          }
        }
      }
    }
  }

  /// Turns rows into columns: for each column that the trees look at, a tile's values.
  private func fill(
    _ tile: UnsafeMutablePointer<Values>, from rows: UnsafePointer<Float>, width: Int, rowCount: Int
  ) {
    let values = unsafe UnsafeMutableRawPointer(tile).assumingMemoryBound(to: Float.self)
    for index in 0..<Int(unsafe ensemble.column_count) {
      let column = unsafe Int(ensemble.columns[index])
      for row in 0..<rowCount {
        unsafe values[index * Self.tileRows + row] = rows[row * width + column]
      }
    }
  }

  /// Passes a tile through every tree.
  private func add(
    _ tile: UnsafePointer<Values>, rowCount: Int, classes: Int, to sums: UnsafeMutablePointer<Float>
  ) {
    unsafe withUnsafeTemporaryAllocation(of: Leaves.self, capacity: 4) { reached in
      guard let reached = unsafe reached.baseAddress else { return }
      let bits = unsafe UnsafeRawPointer(reached).assumingMemoryBound(to: UInt32.self)
      var split = 0
      for tree in 0..<treeCount {
        let end = unsafe Int(ensemble.ends[tree])
        unsafe pass(tile, through: split..<end, to: reached)
        split = end
        let leaves = unsafe ensemble.leaves + tree * Self.leavesPerTree
        var sum = tree % classes
        for row in 0..<rowCount {
          unsafe sums[sum] += leaves[(bits[row] | 0x8000).trailingZeroBitCount]
          sum += classes
        }
      }
    }
  }

  /// The leaves that each row of a tile can still reach after a tree's splits.
  @inline(__always)
  private func pass(
    _ tile: UnsafePointer<Values>, through splits: Range<Int>,
    to reached: UnsafeMutablePointer<Leaves>
  ) {
    var first = Leaves(repeating: .max)
    var second = first
    var third = first
    var fourth = first
    for index in splits {
      let split = unsafe ensemble.splits[index]
      let threshold = Values(repeating: split.threshold)
      let kept = Leaves(repeating: UInt32(split.kept_leaves))
      let column = unsafe tile + Int(split.column) * 4
      first &= kept | Self.notOver(unsafe column[0], threshold)
      second &= kept | Self.notOver(unsafe column[1], threshold)
      third &= kept | Self.notOver(unsafe column[2], threshold)
      fourth &= kept | Self.notOver(unsafe column[3], threshold)
    }
    unsafe reached[0] = first
    unsafe reached[1] = second
    unsafe reached[2] = third
    unsafe reached[3] = fourth
  }

  /// All bits where a value is at most the threshold, none where it is over it.
  @inline(__always)
  private static func notOver(_ values: Values, _ threshold: Values) -> Leaves {
    unsafe unsafeBitCast(values .<= threshold, to: Leaves.self)
  }
}
