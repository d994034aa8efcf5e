import Extraction
import Spool
import Testing

private let name = FileName("a")

@Test func startIsOverWithTheFirstScan() {
  var machine = SpoolStateMachine(limits: SpoolLimits())
  #expect(machine.facts(at: .zero).phase == .starting)
  _ = machine.start()
  _ = machine.watchEstablished(at: .zero)
  #expect(machine.facts(at: .zero).phase == .starting)
  _ = machine.scanFinished(failure: nil, at: .zero)
  #expect(machine.facts(at: .zero).phase == .running)
  _ = machine.shutdownRequested()
  #expect(machine.facts(at: .zero).phase == .stopping)
}

@Test func inboxThatCannotBeListedKeepsTheStartOpen() {
  var machine = SpoolStateMachine(limits: SpoolLimits())
  _ = machine.start()
  _ = machine.scanFinished(failure: "gone", at: .zero)
  #expect(machine.facts(at: .zero).phase == .starting)
  #expect(machine.facts(at: .zero).pause == .folders("gone"))
}

@Test func emptyQueueOwesNothing() {
  let machine = SpoolStateMachine.started().machine
  #expect(!machine.facts(at: .zero).owesProgress)
}

@Test func scanOwesItsEnd() {
  var machine = SpoolStateMachine.started().machine
  #expect(machine.tick(at: .seconds(60)) == [.checkFolders, .scan])
  let before = machine.facts(at: .seconds(60))
  #expect(before.owesProgress)
  _ = machine.scanFinished(failure: nil, at: .seconds(61))
  let after = machine.facts(at: .seconds(61))
  #expect(!after.owesProgress)
  #expect(after.endedSteps > before.endedSteps)
}

@Test func scanThatIsDueAndDoesNotBeginIsAStall() {
  let machine = SpoolStateMachine.started().machine
  #expect(!machine.facts(at: .seconds(60)).owesProgress)
  #expect(machine.facts(at: .seconds(61)).owesProgress)
}

@Test func eachStepOfADocumentCounts() {
  var (machine, _) = SpoolStateMachine.started([entry("a", age: .seconds(9))])
  var counts = [machine.facts(at: .zero).endedSteps]
  func step(_ actions: [SpoolAction]) {
    #expect(machine.facts(at: .zero).owesProgress == (machine.inWork > 0))
    counts.append(machine.facts(at: .zero).endedSteps)
  }
  #expect(machine.facts(at: .zero).inWork == 1)
  step(machine.claimed(name, .done, at: .zero))
  step(machine.extracted(name, .record(.ok), at: .zero))
  step(machine.published(name, .done, at: .zero))
  step(machine.retired(name, .done, at: .zero))
  #expect(counts == Array(counts[0]...counts[0] + 4))
  #expect(!machine.facts(at: .zero).owesProgress)
}

@Test func pauseOwesNothingUntilItsNextTryIsDue() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .blocked(.outbox("full")), at: .zero)
  #expect(!machine.facts(at: .zero).owesProgress)
  #expect(machine.facts(at: .zero).pause == .outbox("full"))
  #expect(machine.facts(at: .seconds(2)).owesProgress)
  _ = machine.tick(at: .seconds(1))
  #expect(machine.facts(at: .seconds(1)).owesProgress)
}

@Test func waitingDocumentsAreCounted() {
  let machine = SpoolStateMachine.started(
    [entry("a", age: .seconds(9)), entry("b", age: .seconds(8))]
  ).machine
  #expect(machine.facts(at: .zero).inWork == 1)
  #expect(machine.facts(at: .zero).waiting == 1)
}
