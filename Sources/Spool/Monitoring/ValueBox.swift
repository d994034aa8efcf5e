import Synchronization

/// A value that one thread sets and another takes.
final class ValueBox<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)

  /// The value, if it was set.
  var value: Value? { state.withLock { $0 } }

  /// Sets the value.
  func set(_ value: Value) { state.withLock { $0 = value } }
}
