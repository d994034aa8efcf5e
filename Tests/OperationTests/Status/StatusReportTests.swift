import Foundation
import Operation
import Spool
import Testing

struct StatusReportTests {
  private static let now: Int64 = 1_000_000
  private static let second: Int64 = 1_000_000_000

  private static func state(
    phase: String = "running", updated: Int64 = now, pause: String = "null",
    containers: String = "[]"
  ) -> DaemonState? {
    let text = """
      {"schema":"winnow.state/1","process":42,"phase":"\(phase)","intervalSeconds":5,
      "started":"1970-01-12T00:00:00Z","updated":"\(WallClock.text(updated * second))",
      "workers":2,"busyWorkers":1,"ready":3,"waitingForRetry":0,"retries":1,
      "containers":\(containers),
      "documents":{"ok":7,"failed":1},"limits":{"depth":2},"workerRestarts":{},
      "rates":[{"minutes":1,"documentsPerSecond":2.46,"bytesPerSecond":9}],
      "pause":\(pause),"lastError":{"time":"1970-01-12T01:00:00Z","text":"b.html: crash"}}
      """
    return DaemonState(parsing: Array(text.utf8))
  }

  private static func report(
    waiting ages: [Int64] = [], _ state: DaemonState?, lockOwner: Int? = nil
  ) -> StatusReport {
    var census = QueueCensus(time: now * second)
    for age in ages {
      let changed = (now - age) * second
      let stamp = FileStamp(
        size: 10, modified: 0, changed: changed, identity: FileIdentity(device: 1, inode: 1))
      census.queues[.inbox]?.add(stamp, at: census.time)
    }
    return StatusReport(
      inbox: "in", outbox: "out", census: census, failures: ["timeout": 2, "crash": 1],
      state: state, presence: DaemonPresence(state: state, lockOwner: lockOwner, now: now),
      patience: 600)
  }

  @Test(arguments: [
    (state(), 42 as Int?, DaemonPresence.running(process: 42)),
    (state(), nil, .running(process: 42)),
    (state(updated: now - 15), nil, .running(process: 42)),
    (state(updated: now - 16), nil, .gone(seconds: 16)),
    (state(updated: now - 100), 42, .silent(process: 42, seconds: 100)),
    (state(updated: now - 100), 43, .running(process: 43)),
    (state(phase: "stopped"), nil, .stopped),
    (state(phase: "stopped"), 43, .running(process: 43)),
    (nil, nil, .none), (nil, 43, .running(process: 43)),
    (state(updated: now + 5000), nil, .running(process: 42)),
  ])
  func presenceIsToldFromLastWordsAndLock(
    state: DaemonState?, owner: Int?, presence: DaemonPresence
  ) {
    #expect(DaemonPresence(state: state, lockOwner: owner, now: Self.now) == presence)
  }

  @Test func progressOfAContainerIsShown() {
    let containers =
      #"[{"name":"crawl.warc.gz","percent":45,"pages":4500,"pagesFailed":3}]"#
    #expect(
      Self.report(Self.state(containers: containers)).text.contains(
        "crawl.warc.gz: 45 % read, 4500 pages done, 3 failed")
    )
  }

  @Test func daemonAtWorkNeedsNoAttention() {
    #expect(Self.report(waiting: [1, 600], Self.state()).attention == [])
    #expect(Self.report(nil).attention == [])
    #expect(Self.report(Self.state(phase: "stopped")).attention == [])
  }

  @Test func troubleIsNamed() {
    func codes(_ report: StatusReport) -> [String] { report.attention.map(\.code) }
    #expect(codes(Self.report(waiting: [601], Self.state())) == ["waiting"])
    #expect(codes(Self.report(waiting: [1], nil)) == ["not_running"])
    #expect(codes(Self.report(waiting: [1], Self.state(phase: "stopped"))) == ["not_running"])
    #expect(codes(Self.report(Self.state(updated: 5))) == ["gone"])
    #expect(codes(Self.report(Self.state(updated: 5), lockOwner: 42)) == ["silent"])
    let paused = Self.state(pause: #"{"cause":"outbox","why":"outbox: full","since":"x"}"#)
    #expect(
      Self.report(paused).attention == [Attention("paused", "nothing is taken: outbox: full")])
  }

  @Test func textIsForPeople() {
    #expect(
      Self.report(waiting: [30, 30, 700], Self.state()).text == """
        inbox       in
        outbox      out
        daemon      running, process 42 since 1970-01-12T00:00:00Z
        work        1 of 2 workers busy, 3 ready, 0 wait for another attempt
        rate        2.5/s (1 min)
        documents   1 failed, 7 ok, 1 retries
        limits      2 depth
        last error  1970-01-12T01:00:00Z: b.html: crash

                files  bytes  oldest  <1m  <5m  <15m  <1h  <6h  <1d  <7d  older
        inbox       3     30  11 min    2    .     1    .    .    .    .      .
        work        0      0       -    .    .     .    .    .    .    .      .
        failed      0      0       -    .    .     .    .    .    .    .      .
        done        0      0       -    .    .     .    .    .    .    .      .
        outbox      0      0       -    .    .     .    .    .    .    .      .

        failed by reason
        timeout           2
        crash             1

        ATTENTION waiting: a file has waited for 11 min

        """)
  }

  @Test func jsonIsForPrograms() throws {
    let data = Data(Self.report(waiting: [30], Self.state()).json)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(report["schema"] as? String == "winnow.status/1")
    #expect(report["daemon"] as? String == "running")
    #expect(report["failures"] as? [String: Int] == ["timeout": 2, "crash": 1])
    let queues = try #require(report["queues"] as? [[String: Any]])
    #expect(queues.map { $0["queue"] as? String } == ["inbox", "work", "failed", "done", "outbox"])
    #expect(queues[0]["files"] as? Int == 1)
    #expect((queues[0]["ages"] as? [String: Int])?["1m"] == 1)
    let state = try #require(report["state"] as? [String: Any])
    #expect(state["process"] as? Int == 42)
    #expect((state["documents"] as? [String: Int])?["ok"] == 7)
  }

  @Test(arguments: ["", "{}", #"{"schema":"winnow.state/2"}"#, "{\"schema\":\"winnow.state/1\"}"])
  func whatIsNoStateIsNone(text: String) {
    #expect(DaemonState(parsing: Array(text.utf8)) == nil)
  }
}
