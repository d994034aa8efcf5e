/// For each element, how far above the nearest element of certain names is.
struct ElementDistances {
  /// The elements looked for, in the order of the lanes.
  static let elements: [ElementName] = [
    .article, .main, .nav, .aside, .footer, .header, .form, .table, .ul, .ol, .section, .figure,
    .p, .a, .button, .blockquote, .pre, .dl, .noscript, .figcaption, .li, .td, .details, .label,
  ]

  /// The distances; mark `i` is `elements[i]`.
  private(set) var table = DistanceTable(markCount: elements.count)

  private let lanes: [Int] = {
    var lanes = [Int](repeating: -1, count: ElementName.allCases.count)
    for (lane, name) in elements.enumerated() { lanes[Int(name.rawValue)] = lane }
    return lanes
  }()

  /// Fills the distances from some elements alone, one row an element.
  mutating func compute(_ tree: borrowing BlockTree, of nodes: [UInt32]) {
    table.begin(nodeCount: nodes.count)
    for row in nodes.indices {
      tree.forEachNear(Int(nodes[row])) { node, distance in
        let lane = lanes[Int(node.name.rawValue)]
        if lane >= 0 { table.mark(row, lane, distance: distance) }
      }
    }
  }

  /// Fills the distances in one pass from the root down.
  mutating func compute(_ tree: borrowing BlockTree) {
    table.fill(tree) { node in
      let lane = lanes[Int(node.name.rawValue)]
      return lane < 0 ? 0 : 1 << UInt64(lane)
    }
  }
}
