import Dispatch
import Glibc

/// The signals by which an operator steers the daemon.
enum ServiceSignals {
  /// What a signal asks for.
  enum Signal: Sendable {
    /// Finish, or when asked again end at once (SIGTERM, SIGINT).
    case end
    /// Read the configuration again (SIGHUP).
    case reload
  }

  /// Hands signals to `handler` on `queue` from now on, as long as the result is held.
  static func install(
    on queue: DispatchQueue, handler: @escaping @Sendable (Signal) -> Void
  ) -> [any DispatchSourceSignal] {
    // A log reader that went away is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    // Told of a lease that a writer breaks; the lease is given back at once anyway.
    signal(SIGIO, SIG_IGN)
    // Where it was inherited as ignored, the kernel would take the ends of the workers (wait(2)).
    signal(SIGCHLD, SIG_DFL)
    let meanings: [(Int32, Signal)] = [(SIGTERM, .end), (SIGINT, .end), (SIGHUP, .reload)]
    return meanings.map { number, meaning in
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { @Sendable in handler(meaning) }
      source.resume()
      return source
    }
  }
}
