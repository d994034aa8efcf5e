/// What a daemon tells the service manager that started it, as one assignment of its protocol (sd_notify(3)).
package enum ServiceNotification: Hashable, Sendable {
  /// The start is over.
  case ready
  /// The configuration is being read again, since that time of the clock that never jumps; `ready` ends it.
  case reloading(since: Duration)
  /// The end has begun.
  case stopping
  /// What the daemon is at, in words for the operator.
  case status(String)
  /// It makes progress.
  case watchdog
  /// Its start, or its end, goes on for at most that much longer.
  case extendTimeout(Duration)

  /// The notification as a line of a datagram, without its line feed.
  package var line: String {
    switch self {
    case .ready: "READY=1"
    case .reloading(let since): "RELOADING=1\nMONOTONIC_USEC=\(since.microseconds)"
    case .stopping: "STOPPING=1"
    case .status(let text): "STATUS=\(Self.singleLine(text))"
    case .watchdog: "WATCHDOG=1"
    case .extendTimeout(let time): "EXTEND_TIMEOUT_USEC=\(time.microseconds)"
    }
  }

  /// The datagram of several notifications.
  package static func datagram(_ notifications: [ServiceNotification]) -> [UInt8] {
    Array(notifications.map(\.line).joined(separator: "\n").utf8)
  }

  /// A text in which no character begins a line of its own, for a path in it could hold an assignment.
  private static func singleLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}

extension Duration {
  /// The whole microseconds in it.
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
