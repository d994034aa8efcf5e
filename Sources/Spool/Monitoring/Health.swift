/// Whether the daemon does its work.
package struct Health: Hashable, Sendable {
  /// Whether it does.
  package var isGood: Bool
  /// Why it does not, or that it does.
  package var reason: String

  /// That it is well.
  package static let good = Health(isGood: true, reason: "ok")

  /// Not well, for that reason.
  package static func bad(_ reason: String) -> Health { Health(isGood: false, reason: reason) }

  /// The verdict on what the loop says of itself.
  ///
  /// - Parameters:
  ///   - snapshot: What it says, or `nil` when it does not answer.
  ///   - time: Nanoseconds since 1970.
  ///   - patience: For how long nothing may go through the pipeline.
  /// - Returns: The verdict, with the first reason found where it is bad.
  package static func verdict(
    on snapshot: MetricsSnapshot?, at time: Int64, patience: Duration
  ) -> Health {
    guard let snapshot else { return .bad("the loop does not answer") }
    guard snapshot.gauges.phase == .running else { return .bad("stopping") }
    if let pause = snapshot.metrics.pause { return .bad("paused: \(pause.why)") }
    let silence = (time - snapshot.metrics.heartbeat) / 1_000_000_000
    guard silence <= patience.components.seconds else {
      return .bad("nothing went through the pipeline for \(silence) s")
    }
    return .good
  }
}
