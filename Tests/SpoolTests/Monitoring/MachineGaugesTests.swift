import Extraction
import Spool
import Testing

/// What the state machine tells of itself.
struct MachineGaugesTests {
  @Test func fileIsDiscoveredOnce() {
    var machine = SpoolStateMachine.started([entry("a")]).machine
    #expect(machine.gauges.discoveries.scans == 1)
    _ = machine.rescanned([entry("a"), entry("b")], at: .seconds(60))
    #expect(machine.gauges.discoveries.scans == 2)
    _ = machine.entryCreated(FileName("c"), at: .seconds(61))
    _ = machine.entryFinished(entry("c"), at: .seconds(62))
    #expect(machine.gauges.discoveries.events == 1)
  }

  @Test func readyFilesAndThoseInWorkAreCounted() {
    let old = [entry("a", age: .seconds(9)), entry("b", age: .seconds(9))]
    let machine = SpoolStateMachine.started(old) { $0.workers = 1 }.machine
    #expect(machine.gauges.inWork == 1)
    #expect(machine.gauges.ready == 1)
    #expect(machine.gauges.isWatching)
  }

  @Test func waitLastsFromWhenTheFileWasWhole() {
    var machine = SpoolStateMachine.started([entry("a", age: .seconds(9))]).machine
    _ = machine.entryFinished(entry("b"), at: .seconds(3))
    _ = machine.claimed(FileName("a"), .done, at: .seconds(4))
    _ = machine.extracted(FileName("a"), .record(.ok), at: .seconds(7))
    #expect(machine.wait(of: FileName("a"), at: .seconds(7)) == .seconds(7))
    _ = machine.published(FileName("a"), .done, at: .seconds(8))
    _ = machine.retired(FileName("a"), .done, at: .seconds(8))
    #expect(machine.wait(of: FileName("b"), at: .seconds(10)) == .seconds(7))
  }

  @Test func claimOfAnEarlierProcessHasNoWait() {
    let machine = SpoolStateMachine.started(
      recovering: [Claim(name: FileName("a"), attempt: 1)]
    ).machine
    #expect(machine.gauges.inWork == 1)
    #expect(machine.wait(of: FileName("a"), at: .seconds(1)) == nil)
  }

  @Test func endIsToldFromTheWork() {
    var machine = SpoolStateMachine.extracting()
    #expect(machine.gauges.phase == .running)
    _ = machine.shutdownRequested()
    #expect(machine.gauges.phase == .stopping)
    _ = machine.shutdownRequested()
    #expect(machine.gauges.phase == .stopped)
  }
}
