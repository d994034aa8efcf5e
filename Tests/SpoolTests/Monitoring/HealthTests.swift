import Spool
import Testing

struct HealthTests {
  private static let second: Int64 = 1_000_000_000

  private func verdict(
    at seconds: Int64, _ change: (inout MetricsSnapshot) -> Void = { _ in }
  ) -> Health {
    var snapshot = MetricsSnapshot(
      metrics: SpoolMetrics(startedAt: 0), gauges: SpoolGauges(), workers: WorkerTally.Counts(),
      now: .zero)
    snapshot.metrics.beat(at: 100 * Self.second)
    change(&snapshot)
    return Health.verdict(on: snapshot, at: seconds * Self.second, patience: .seconds(60))
  }

  @Test func beatingHeartIsGood() {
    #expect(verdict(at: 160) == .good)
  }

  @Test func startIsTheFirstBeat() {
    let begun = { (snapshot: inout MetricsSnapshot) in
      snapshot.metrics = SpoolMetrics(startedAt: 200 * Self.second)
    }
    #expect(verdict(at: 260, begun) == .good)
    #expect(verdict(at: 261, begun) == .bad("nothing went through the pipeline for 61 s"))
  }

  @Test func clockThatIsSetBackTakesNoBeatAway() {
    let late = { (snapshot: inout MetricsSnapshot) in snapshot.metrics.beat(at: 50 * Self.second) }
    #expect(verdict(at: 160, late) == .good)
  }

  @Test func reloadIsNoBeat() {
    let reloaded = { (snapshot: inout MetricsSnapshot) in
      snapshot.metrics.reload(isGood: true, time: 161 * Self.second)
    }
    #expect(!verdict(at: 161, reloaded).isGood)
  }

  @Test func heartThatStandsStillIsBad() {
    #expect(verdict(at: 161) == .bad("nothing went through the pipeline for 61 s"))
  }

  @Test func loopThatDoesNotAnswerIsBad() {
    #expect(!Health.verdict(on: nil, at: 0, patience: .seconds(1)).isGood)
  }

  @Test func pauseIsBadWithItsReason() {
    let health = verdict(at: 101) { $0.metrics.note(.paused(.outbox("full")), at: .zero, time: 0) }
    #expect(health == .bad("paused: outbox: full"))
  }

  @Test func daemonThatStopsTakesNothing() {
    #expect(verdict(at: 101) { $0.gauges.phase = .stopping } == .bad("stopping"))
  }
}
