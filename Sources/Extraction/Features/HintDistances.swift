/// For each element and each class hint, how far above the nearest element with that hint is.
struct HintDistances {
  /// A distance that means "none above".
  static let none: UInt8 = 31
  /// How many kinds of hint there are.
  static let hintCount = 40

  /// One vector a node: lane `i` is the distance for the hint of bit `i`; 0 is the element itself.
  private(set) var vectors: [SIMD64<UInt8>] = []

  /// Fills the distances in one pass from the root down.
  mutating func compute(_ tree: borrowing BlockTree) {
    vectors.removeAll(keepingCapacity: true)
    vectors.reserveCapacity(tree.nodes.count)
    let none = SIMD64<UInt8>(repeating: Self.none)
    vectors.append(none)
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      var vector = pointwiseMin(vectors[Int(node.parent)] &+ 1, none)
      var bits = node.hints.rawValue
      while bits != 0 {
        vector[bits.trailingZeroBitCount] = 0
        bits &= bits - 1
      }
      vectors.append(vector)
    }
  }
}
