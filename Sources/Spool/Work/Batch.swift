/// Collects what is done together, by few calls at a time: what comes while all are under way waits for the next one.
///
/// The more the disk is behind, the more share one synchronization of a folder.
struct Batch<Element> {
  /// The most elements of a call, so that one on a slow disk ends within what the watchdog allows a step.
  static var most: Int { 64 }
  /// The elements that are called enough when more may be had by waiting: of a folder's synchronization each has an
  /// eighth then, and the next eight come while these are done.
  static var enough: Int { 8 }

  /// The calls that may be under way at a time.
  let calls: Int
  /// For how long the first element waits for others, as long as some are sure to come.
  let patience: Duration
  private var waiting: [(element: Element, since: Duration)] = []
  private var underWay = 0

  /// Without elements.
  init(calls: Int, patience: Duration = .zero) {
    self.calls = calls
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
      !moreCome || waiting.count >= Self.enough || now >= first.since + patience
    else { return nil }
    underWay += 1
    defer { waiting.removeFirst(min(waiting.count, Self.most)) }
    return waiting.prefix(Self.most).map(\.element)
  }

  /// When a call is due at the latest; `nil` when one has to end before, or nothing waits.
  var due: Duration? {
    underWay < calls ? waiting.first.map { $0.since + patience } : nil
  }

  /// A call ended.
  mutating func end() {
    underWay -= 1
  }
}
