/// Collects what is done together, by one call at a time: what comes during a call waits for the next one.
///
/// Alone, an element is done at once; the more the disk is behind, the more share one synchronization of a folder.
struct Batch<Element> {
  /// The most elements of a call, so that one on a slow disk ends within what the watchdog allows a step.
  static var most: Int { 64 }

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

  /// What the call that is due does; the first of what waits.
  mutating func take() -> [Element] {
    let taken = Array(waiting.prefix(Self.most))
    waiting.removeFirst(taken.count)
    return taken
  }

  /// All that waits, for which no call is to be made any more.
  mutating func drain() -> [Element] {
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
