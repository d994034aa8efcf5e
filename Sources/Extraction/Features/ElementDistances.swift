/// For each element, how far above the nearest element of certain names is.
struct ElementDistances {
  /// The elements looked for, in the order of the lanes.
  static let elements: [ElementName] = [
    .article, .main, .nav, .aside, .footer, .header, .form, .table, .ul, .ol, .section, .figure,
    .p, .a, .button, .blockquote, .pre, .dl, .noscript, .figcaption, .li, .td, .details, .label,
  ]
  /// A distance that means "none above".
  static let none: UInt8 = 31

  /// One vector a node: lane `i` is the distance to `elements[i]`; 0 is the element itself.
  private(set) var vectors: [SIMD32<UInt8>] = []

  private let lanes: [Int] = {
    var lanes = [Int](repeating: -1, count: ElementName.allCases.count)
    for (lane, name) in elements.enumerated() { lanes[Int(name.rawValue)] = lane }
    return lanes
  }()

  /// Fills the distances in one pass from the root down.
  mutating func compute(_ tree: borrowing BlockTree) {
    vectors.removeAll(keepingCapacity: true)
    vectors.reserveCapacity(tree.nodes.count)
    let none = SIMD32<UInt8>(repeating: Self.none)
    vectors.append(none)
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      var vector = pointwiseMin(vectors[Int(node.parent)] &+ 1, none)
      let lane = lanes[Int(node.name.rawValue)]
      if lane >= 0 { vector[lane] = 0 }
      vectors.append(vector)
    }
  }
}
