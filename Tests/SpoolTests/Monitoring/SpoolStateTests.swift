import Foundation
import Spool
import Testing

struct SpoolStateTests {
  private func json(_ snapshot: MetricsSnapshot) throws -> [String: Any] {
    let state = SpoolState(
      snapshot, process: 42, time: 1_000_000_000_000_000_000, interval: .seconds(5))
    let value = try JSONSerialization.jsonObject(with: Data(state.json))
    return try #require(value as? [String: Any])
  }

  @Test func stateTellsOfWorkAndTrouble() throws {
    var metrics = SpoolMetrics(startedAt: 0)
    metrics.finish(DocumentTally(ProcessedDocument.made("x")), at: .seconds(1), time: 1)
    metrics.note(.paused(.outbox("no room")), at: .seconds(2), time: 2_000_000_000)
    var gauges = SpoolGauges()
    (gauges.workers, gauges.idleWorkers, gauges.ready) = (4, 1, 9)
    gauges.containers = [ContainerProgress(name: FileName("crawl.warc"), byteCount: 9)]
    let state = try json(
      MetricsSnapshot(
        metrics: metrics, gauges: gauges, workers: WorkerTally.Counts(), now: .seconds(60)))
    #expect(state["schema"] as? String == "winnow.state/1")
    #expect(state["process"] as? Int == 42)
    #expect(state["updated"] as? String == "2001-09-09T01:46:40Z")
    #expect(state["busyWorkers"] as? Int == 3)
    #expect(state["ready"] as? Int == 9)
    let containers = try #require(state["containers"] as? [[String: Any]])
    #expect(containers.first?["name"] as? String == "crawl.warc")
    #expect(containers.first?["pages"] as? Int == 0)
    #expect((state["documents"] as? [String: Int])?["ok"] == 1)
    #expect((state["failures"] as? [String: Int])?.isEmpty == true)
    let pause = try #require(state["pause"] as? [String: String])
    #expect(
      pause == ["cause": "outbox", "why": "outbox: no room", "since": "1970-01-01T00:00:02Z"])
    #expect((state["rates"] as? [[String: Any]])?.count == 3)
  }

  @Test func nothingIsInvented() throws {
    let state = try json(
      MetricsSnapshot(
        metrics: SpoolMetrics(startedAt: 0), gauges: SpoolGauges(), workers: WorkerTally.Counts(),
        now: .zero))
    for key in ["pause", "lastError", "lastSuccess", "lastScan"] {
      #expect(state[key] is NSNull, "\(key)")
    }
  }
}
