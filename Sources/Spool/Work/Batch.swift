/// Collects what is done together, by few calls at a time: what comes while all are under way waits for the next one.
///
/// The more the disk is behind, the more share one synchronization of a folder.
struct Batch<Element> {
  /// The calls that may be under way at a time.
  private let calls: Int
  /// The most elements of a call, so that one on a slow disk ends within what the watchdog allows a step; as many do not
  /// wait for others.
  private let most: Int
  /// For how long the first element waits for others, as long as some are on their way.
  private let patience: Duration
  private var waiting: [(element: Element, since: Duration)] = []
  private var underWay = 0

  /// Without elements.
  init(calls: Int, most: Int, patience: Duration = .zero) {
    self.calls = calls
    self.most = most
    self.patience = patience
  }

  /// Adds an element.
  mutating func add(_ element: Element, at now: Duration) {
    waiting.append((element, now))
  }

  /// Begins a call, if one is due.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - moreCome: Whether other elements are on their way.
  /// - Returns: What it does, the first of what waits; `nil` when none is due.
  mutating func begin(at now: Duration, moreCome: Bool) -> [Element]? {
    guard underWay < calls, let first = waiting.first,
      !moreCome || waiting.count >= most || now >= first.since + patience
    else { return nil }
    underWay += 1
    defer { waiting.removeFirst(min(waiting.count, most)) }
    return waiting.prefix(most).map(\.element)
  }

  /// When a call is due at the latest; `nil` when one has to end before, or nothing waits.
  var due: Duration? {
    underWay < calls ? waiting.first.map { $0.since + patience } : nil
  }

  /// A call ended.
  mutating func end() {
    precondition(underWay > 0, "a call ends that was not begun")
    underWay -= 1
  }
}
