package import Spool

/// How a watch folder stands: what lies in its folders, and what its daemon says.
package struct StatusReport: Sendable {
  /// The version of its shape as JSON, the value of its first field.
  package static let schema = "winnow.status/1"

  /// The inbox's path, as it was given.
  package var inbox: String
  /// The outbox's path, as it was given.
  package var outbox: String
  /// What lies in the folders.
  package var census: QueueCensus
  /// Failed inputs by reason.
  package var failures: [String: Int]
  /// What the daemon last said.
  package var state: DaemonState?
  /// Whether there is one.
  package var presence: DaemonPresence
  /// Seconds for which a file may wait before somebody should look.
  package var patience: Int64

  /// A report with all its fields.
  package init(
    inbox: String, outbox: String, census: QueueCensus, failures: [String: Int],
    state: DaemonState?, presence: DaemonPresence, patience: Int64
  ) {
    self.inbox = inbox
    self.outbox = outbox
    self.census = census
    self.failures = failures
    self.state = state
    self.presence = presence
    self.patience = patience
  }

  /// Seconds since 1970.
  var now: Int64 { census.time / 1_000_000_000 }

  /// What an operator should look at; nothing when the service does its work.
  ///
  /// Failed inputs are results of the work and no trouble of the service, so they are not among it.
  package var attention: [Attention] {
    var attention: [Attention] = []
    let waiting = (census.queues[.inbox]?.files ?? 0) + (census.queues[.work]?.files ?? 0)
    switch presence {
    case .running: break
    case .silent(let process, let seconds):
      attention.append(
        Attention("silent", "process \(process) has not said anything for \(Age.text(seconds))"))
    case .gone(let seconds):
      attention.append(
        Attention("gone", "the daemon went \(Age.text(seconds)) ago without a word"))
    case .stopped, .none:
      if waiting > 0 {
        attention.append(Attention("not_running", "\(waiting) files wait and no daemon runs"))
      }
    }
    if case .running = presence, let pause = state?.value["pause"], let why = pause["why"]?.text {
      attention.append(Attention("paused", "nothing is taken: \(why)"))
    }
    if let oldest = census.queues[.inbox]?.oldest {
      let age = now - oldest / 1_000_000_000
      if age > patience {
        attention.append(Attention("waiting", "a file has waited for \(Age.text(age))"))
      }
    }
    return attention
  }
}
