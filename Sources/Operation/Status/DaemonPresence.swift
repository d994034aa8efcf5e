/// Whether a daemon serves an inbox.
package enum DaemonPresence: Hashable, Sendable {
  /// It does, and says how it is.
  case running(process: Int)
  /// It has the lock but has not said anything for so many seconds.
  case silent(process: Int, seconds: Int64)
  /// It ended as asked.
  case stopped
  /// It said something once, so many seconds ago, and neither ended as asked nor has the lock.
  case gone(seconds: Int64)
  /// None ever did, as far as can be seen.
  case none

  /// The word for it in JSON.
  package var word: String {
    switch self {
    case .running: "running"
    case .silent: "silent"
    case .stopped: "stopped"
    case .gone: "gone"
    case .none: "none"
    }
  }

  /// What the last words of a daemon and the lock of its inbox show.
  ///
  /// - Parameters:
  ///   - state: Its last words.
  ///   - owner: The process that has the lock; `nil` also where the kernel does not tell.
  ///   - now: Seconds since 1970.
  package init(state: DaemonState?, lockOwner owner: Int?, now: Int64) {
    guard let state else {
      self = owner.map { .running(process: $0) } ?? .none
      return
    }
    let age = max(0, now - state.updated)
    let isFresh = Double(age) <= max(Self.patience, state.interval * 3)
    if state.phase == "stopped", owner == nil {
      self = .stopped
    } else if isFresh, state.phase != "stopped" {
      self = .running(process: owner ?? state.process)
    } else if let owner {
      // It has only just started, or hangs.
      self =
        owner == state.process
        ? .silent(process: owner, seconds: age) : .running(process: owner)
    } else {
      self = .gone(seconds: age)
    }
  }

  // Seconds without a sign of life that a machine under load may need.
  private static let patience = 15.0
}
