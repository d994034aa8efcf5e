internal import CModel

/// Boosted trees, compiled in as C tables; the inference is here.
///
/// A row goes left where its feature is at most the threshold. Rows pass the trees a few at a time, so that
/// both the rows and the trees' nodes stay in the second-level cache.
@safe
struct TreeEnsemble {
  /// Rows that pass the trees together: some 80 kB.
  private static let rowsTogether = 64

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
    unsafe rows.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for first in stride(from: 0, to: rowCount, by: Self.rowsTogether) {
        let rows = first..<min(first + Self.rowsTogether, rowCount)
        for tree in 0..<treeCount {
          let root = unsafe ensemble.roots[tree]
          for row in rows {
            let leaf = unsafe leaf(of: base + row * width, from: root)
            sums[row * classes + tree % classes] += leaf
          }
        }
      }
    }
  }

  /// The value of the leaf that a row ends in.
  @inline(__always)
  private func leaf(of row: UnsafePointer<Float>, from root: Int32) -> Float {
    var index = root
    while index >= 0 {
      let node = unsafe ensemble.nodes[Int(index)]
      index = unsafe row[Int(node.feature)] <= node.threshold ? node.left : node.right
    }
    return unsafe ensemble.leaves[Int(-1 - index)]
  }
}
