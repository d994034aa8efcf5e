extension BlockTree {
  /// Calls `body` with a node and those above it that are near enough for a ``DistanceTable``; the root has no mark.
  @inline(__always)
  func forEachNear(_ node: Int, _ body: (Node, _ distance: UInt8) -> Void) {
    var current = node
    var distance: UInt8 = 0
    while current != 0, distance < DistanceTable.none {
      body(nodes[current], distance)
      current = Int(nodes[current].parent)
      distance += 1
    }
  }
}
