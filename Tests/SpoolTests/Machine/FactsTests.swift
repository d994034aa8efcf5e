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
  let facts = SpoolStateMachine.started().machine.facts(at: .zero)
  #expect(!facts.working.isOwed)
  #expect(!facts.scanning.isOwed)
}

@Test func scanOwesItsEnd() {
  var machine = SpoolStateMachine.started().machine
  #expect(machine.tick(at: .seconds(60)) == [.checkFolders, .scan])
  let before = machine.facts(at: .seconds(60))
  #expect(before.scanning.isOwed)
  _ = machine.entrySeen(entry("a"), at: .seconds(60))
  let between = machine.facts(at: .seconds(60))
  #expect(between.scanning.endedSteps > before.scanning.endedSteps)
  _ = machine.scanFinished(failure: nil, at: .seconds(61))
  let after = machine.facts(at: .seconds(61))
  #expect(!after.scanning.isOwed)
  #expect(after.scanning.endedSteps > between.scanning.endedSteps)
}

@Test func scanThatIsDueAndDoesNotBeginIsAStall() {
  let machine = SpoolStateMachine.started().machine
  #expect(!machine.facts(at: .seconds(60)).scanning.isOwed)
  #expect(machine.facts(at: .seconds(61)).scanning.isOwed)
}

@Test func eachStepOfADocumentCounts() {
  var (machine, _) = SpoolStateMachine.started([entry("a", age: .seconds(9))])
  var counts = [machine.facts(at: .zero).working.endedSteps]
  func step(_ actions: [SpoolAction]) {
    #expect(machine.facts(at: .zero).working.isOwed == (machine.inWork > 0))
    counts.append(machine.facts(at: .zero).working.endedSteps)
  }
  #expect(machine.facts(at: .zero).inWork == 1)
  step(machine.claimed(name, .done, at: .zero))
  step(machine.extracted(name, .record(.ok), at: .zero))
  step(machine.published(name, .done, at: .zero))
  step(machine.retired(name, .done, at: .zero))
  #expect(counts == Array(counts[0]...counts[0] + 4))
  #expect(!machine.facts(at: .zero).working.isOwed)
}

/// What was seen where the disk of the outbox hung: scans went on.
@Test func scansAreNoProgressOfDocuments() {
  var machine = SpoolStateMachine.publishing()
  let before = machine.facts(at: .zero).working
  #expect(before.isOwed)
  _ = machine.rescanned([entry("b"), entry("c")], at: .seconds(61))
  _ = machine.foldersChecked(.unchanged, at: .seconds(61))
  #expect(machine.facts(at: .seconds(61)).working == before)
}

@Test func pauseOwesNothingUntilItsNextTryIsDue() {
  var machine = SpoolStateMachine.publishing()
  _ = machine.published(name, .blocked(.outbox("full")), at: .zero)
  let paused = machine.facts(at: .zero)
  #expect(!paused.working.isOwed && !paused.scanning.isOwed)
  #expect(paused.pause == .outbox("full"))
  #expect(machine.facts(at: .seconds(2)).scanning.isOwed)
  _ = machine.tick(at: .seconds(1))
  #expect(machine.facts(at: .seconds(1)).working.isOwed)
}

@Test func eachPageOfAContainerIsProgress() {
  var machine = SpoolStateMachine.extracting()
  let before = machine.facts(at: .zero).working
  _ = machine.pagePublished(name, isFailure: false)
  let after = machine.facts(at: .zero).working
  #expect(after.isOwed)
  #expect(after.endedSteps == before.endedSteps + 1)
  machine.readOn()
  #expect(machine.facts(at: .zero).working.endedSteps == before.endedSteps + 2)
}

@Test func waitingDocumentsAreCounted() {
  let machine = SpoolStateMachine.started(
    [entry("a", age: .seconds(9)), entry("b", age: .seconds(8))]
  ).machine
  #expect(machine.facts(at: .zero).inWork == 1)
  #expect(machine.facts(at: .zero).waiting == 1)
}
