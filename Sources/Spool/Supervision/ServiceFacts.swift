/// What a service manager needs to know of a spool at a moment.
package struct ServiceFacts: Hashable, Sendable {
  /// How far the process is in its life, as others see it.
  package enum Phase: Int, Comparable, Sendable {
    /// The folders are open and are being looked at for the first time.
    case starting
    /// Documents are taken.
    case running
    /// What is in work is finished, then the process ends.
    case stopping

    package static func < (first: Phase, second: Phase) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  /// How far the process is.
  package var phase: Phase
  /// What looking at the inbox comes to.
  package var scanning: ProgressSign
  /// What the work on documents comes to, apart from that: it may hang while scans go on, and the other way round.
  package var working: ProgressSign
  /// Documents in work.
  package var inWork: Int
  /// Documents that are known to be whole and wait.
  package var waiting: Int
  /// Why nothing is taken for now, or `nil`.
  package var pause: PauseCause?

  /// Facts with all their fields.
  package init(
    phase: Phase, scanning: ProgressSign, working: ProgressSign, inWork: Int, waiting: Int,
    pause: PauseCause?
  ) {
    self.phase = phase
    self.scanning = scanning
    self.working = working
    self.inWork = inWork
    self.waiting = waiting
    self.pause = pause
  }
}
