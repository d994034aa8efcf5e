/// Names of files that are ready, the one that changed longest ago first: a binary heap.
package struct OldestFirstQueue: Sendable {
  private struct Element {
    let modified: Int64
    let name: FileName

    func precedes(_ other: Element) -> Bool {
      modified == other.modified ? name < other.name : modified < other.modified
    }
  }

  private var heap: [Element] = []

  /// An empty queue.
  package init() {}

  /// The number of names.
  package var count: Int { heap.count }

  /// Whether there is no name.
  package var isEmpty: Bool { heap.isEmpty }

  /// Adds a name.
  ///
  /// Complexity: O(log *n*).
  package mutating func insert(_ name: FileName, modified: Int64) {
    heap.append(Element(modified: modified, name: name))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the name whose file changed longest ago.
  ///
  /// Complexity: O(log *n*).
  package mutating func removeOldest() -> FileName? {
    guard let oldest = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    sink()
    return oldest.name
  }

  /// Takes out all names.
  package mutating func removeAll() {
    heap = []
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].precedes(heap[smallest]) { smallest = child }
      }
      if smallest == parent { return }
      heap.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
