import Synchronization

/// Where those at work on containers see what they are to do; the service sets it and they read it.
final class ContainerGate: Sendable {
  private let state = Mutex(ContainerOrder.goOn)

  /// What they are to do.
  var order: ContainerOrder {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
