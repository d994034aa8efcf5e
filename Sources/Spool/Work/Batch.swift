/// Collects what is done together, by one call at a time: what comes during a call waits for the next one.
///
/// Alone, an element is done at once; the more the disk is behind, the more share one synchronization of a folder.
struct Batch<Element> {
  private var waiting: [Element] = []
  private var isUnderWay = false

  /// Adds an element.
  ///
  /// - Returns: Whether a call is to be made for it.
  mutating func add(_ element: Element) -> Bool {
    waiting.append(element)
    defer { isUnderWay = true }
    return !isUnderWay
  }

  /// What the call that is due does.
  mutating func take() -> [Element] {
    defer { waiting.removeAll() }
    return waiting
  }

  /// A call ended.
  ///
  /// - Returns: Whether another one is to be made.
  mutating func end() -> Bool {
    isUnderWay = !waiting.isEmpty
    return isUnderWay
  }
}
