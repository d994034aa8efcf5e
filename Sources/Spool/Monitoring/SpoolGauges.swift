/// How the daemon stands at a moment.
package struct SpoolGauges: Hashable, Sendable {
  /// How far it is in its life.
  package enum Phase: String, Sendable {
    /// Documents are taken and worked on.
    case running
    /// Documents in work are finished, none are taken.
    case stopping
    /// It ended.
    case stopped
  }

  /// How far it is in its life.
  package var phase = Phase.running
  /// Documents in work.
  package var inWork = 0
  /// Files that are ready and wait for a worker.
  package var ready = 0
  /// Claimed documents that wait for their next attempt.
  package var waitingClaims = 0
  /// Workers.
  package var workers = 0
  /// Workers that have no document.
  package var idleWorkers = 0
  /// Whether the kernel tells what happens in the inbox.
  package var isWatching = false
  /// How far the containers in work are.
  package var containers: [ContainerProgress] = []
  /// Files that came to be known.
  package var discoveries = Discoveries()

  /// Nothing at work.
  package init() {}
}
