import Spool
import Testing

private func facts(
  _ phase: ServiceFacts.Phase = .running, owes: Bool = false, ended: Int = 0, scans: Int? = nil
) -> ServiceFacts {
  ServiceFacts(
    phase: phase, scanning: ProgressSign(isOwed: scans != nil, endedSteps: scans ?? 0),
    working: ProgressSign(isOwed: owes, endedSteps: ended), inWork: 0, waiting: 0, pause: nil)
}

private func report(watchdog: Duration? = .seconds(8)) -> ServiceReport {
  ServiceReport(watchdog: watchdog, allowance: .seconds(20))
}

/// The seconds of the beats, one in each four, at which the watchdog hears of it.
private func pings(
  of report: ServiceReport, upTo end: Int, _ facts: (Int) -> ServiceFacts
) -> [Int] {
  var report = report
  return stride(from: 0, through: end, by: 4).filter { second in
    report.beat(facts(second), status: "", at: .seconds(second)).contains(.watchdog)
  }
}

@Test func beatsComeTwiceInTheTimeOfTheWatchdog() {
  #expect(report(watchdog: .seconds(8)).interval == .seconds(4))
  #expect(report(watchdog: .seconds(60)).interval == .seconds(5))
  #expect(report(watchdog: nil).interval == .seconds(5))
}

@Test func idleSpoolIsAlive() {
  #expect(pings(of: report(), upTo: 100) { _ in facts() } == Array(stride(from: 0, to: 101, by: 4)))
}

@Test func movingSpoolIsAlive() {
  let moving = pings(of: report(), upTo: 100) { facts(owes: true, ended: $0 / 16) }
  #expect(moving.count == 26)
}

@Test func hungSpoolIsSilentOnceTheLongestStepIsOver() {
  #expect(
    pings(of: report(), upTo: 100) { _ in facts(owes: true, ended: 7) }
      == [0, 4, 8, 12, 16, 20])
}

@Test func hungDocumentsShowThoughScansGoOn() {
  let alive = pings(of: report(), upTo: 100) { facts(owes: true, ended: 7, scans: $0) }
  #expect(alive == [0, 4, 8, 12, 16, 20])
}

@Test func hungScanShowsThoughDocumentsMove() {
  let alive = pings(of: report(), upTo: 100) { facts(owes: true, ended: $0, scans: 7) }
  #expect(alive == [0, 4, 8, 12, 16, 20])
}

@Test func spoolThatGoesOnIsAliveAgain() {
  let alive = pings(of: report(), upTo: 60) { facts(owes: true, ended: $0 < 50 ? 7 : 8) }
  #expect(alive == [0, 4, 8, 12, 16, 20, 52, 56, 60])
}

@Test func firstBeatOfASpoolThatOwesAStepIsASignOfLife() {
  var report = report()
  let due = report.beat(facts(owes: true, ended: 7), status: "", at: .seconds(1000))
  #expect(due.contains(.watchdog))
}

@Test(arguments: [(40, 40), (4, 4)])
func reloadChangesHowLongAStepMayTake(allowance: Int, lastSign: Int) {
  var report = report()
  report.allow(.seconds(allowance))
  #expect(pings(of: report, upTo: 100) { _ in facts(owes: true, ended: 7) }.last == lastSign)
}

@Test func reloadBringsASilentServiceBack() {
  var report = report()
  for second in stride(from: 0, through: 40, by: 4) {
    _ = report.beat(facts(owes: true, ended: 7), status: "", at: .seconds(second))
  }
  #expect(report.newStall() == .seconds(40))
  report.allow(.seconds(60))
  let due = report.beat(facts(owes: true, ended: 7), status: "", at: .seconds(44))
  #expect(due.contains(.watchdog))
  #expect(report.newStall() == nil)
}

@Test func timeInWhichNobodyAskedIsNoStall() {
  var report = report()
  _ = report.beat(facts(owes: true), status: "", at: .zero)
  let late = report.beat(facts(owes: true), status: "", at: .seconds(3600))
  #expect(late.contains(.watchdog))
}

@Test func withoutAWatchdogNobodyIsPinged() {
  #expect(pings(of: report(watchdog: nil), upTo: 20) { _ in facts() } == [])
}

@Test func stallIsToldOnceAndAgainAfterItsEnd() {
  var report = report()
  var told: [Int] = []
  for second in stride(from: 0, through: 100, by: 4) {
    _ = report.beat(
      facts(owes: true, ended: second < 60 ? 1 : 2), status: "", at: .seconds(second))
    if report.newStall() != nil { told.append(second) }
  }
  #expect(told == [24, 84])
}

@Test func readyIsToldOnceItArrived() {
  var report = report()
  let running = facts(.running)
  #expect(!report.isNews(facts(.starting)))
  #expect(report.changes(running, status: "a") == [.ready, .status("a")])
  // It did not arrive, so it is due again.
  #expect(report.changes(running, status: "a").contains(.ready))
  report.told([.ready, .status("a")])
  #expect(report.changes(running, status: "a") == [])
  #expect(report.changes(facts(.stopping), status: "a") == [.stopping])
}

@Test func endBeforeTheStartWasOverIsNoReadiness() {
  #expect(report().changes(facts(.stopping), status: "") == [.stopping])
}

@Test func startThatGoesOnIsGrantedTime() {
  var report = report()
  let starting = facts(.starting, owes: true, ended: 1)
  #expect(
    report.beat(starting, status: "", at: .zero) == [.watchdog, .extendTimeout(.seconds(24))])
  var times = 0
  for second in stride(from: 4, through: 200, by: 4) {
    times += report.beat(starting, status: "", at: .seconds(second)).count / 2
  }
  #expect(times == 5)
}

@Test func runningServiceAsksForNoTime() {
  var report = report()
  report.told([.ready])
  #expect(report.beat(facts(), status: "", at: .zero) == [.watchdog])
}
