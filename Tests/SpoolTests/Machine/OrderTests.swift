import Extraction
import Spool
import Testing

private let old = Duration.seconds(9)

@Test func oldestGoesFirst() {
  var (machine, actions) = SpoolStateMachine.started { $0.workers = 1 }
  for name in ["c", "a", "b"] {
    let modified: Int64 = ["a": 3, "b": 1, "c": 2][name] ?? 0
    actions += machine.entrySeen(entry(name, age: old, modified: modified), at: .zero)
  }
  // `c` was the first to be seen, when nothing else was known.
  #expect(actions.claimedNames == ["c"])
  #expect(machine.claimed(FileName("c"), .gone, at: .zero).claimedNames == ["b"])
  #expect(machine.claimed(FileName("b"), .gone, at: .zero).claimedNames == ["a"])
}

@Test func oneInFourIsTheOneFoundFirst() {
  var (machine, actions) = SpoolStateMachine.started { $0.workers = 1 }
  // The newest file is found first, and then a stream of old ones.
  for (index, name) in ["x", "new", "a", "b", "c", "d", "e"].enumerated() {
    let modified = Int64(name == "new" ? 100 : index)
    actions += machine.entrySeen(entry(name, age: old, modified: modified), at: .zero)
  }
  var taken: [String] = []
  while let name = actions.claims.last?.name {
    taken.append(name.escaped)
    actions = machine.claimed(name, .gone, at: .zero)
  }
  #expect(taken == ["x", "a", "b", "new", "c", "d", "e"])
}

@Test func noMoreDocumentsAreInWorkThanThereAreWorkers() {
  let entries = ["a", "b", "c"].map { entry($0, age: old) }
  let (machine, actions) = SpoolStateMachine.started(entries) { $0.workers = 2 }
  #expect(actions.claims.count == 2)
  #expect(machine.inWork == 2)
}

@Test func workerDoesNotWaitForTheDisk() {
  var (machine, _) = SpoolStateMachine.started(["a", "b", "c"].map { entry($0, age: old) }) {
    $0.publishing = 1
  }
  _ = machine.claimed(FileName("a"), .done, at: .zero)
  let actions = machine.extracted(FileName("a"), .record(.ok), at: .zero)
  #expect(actions.claimedNames == ["b"])
  _ = machine.claimed(FileName("b"), .done, at: .zero)
  #expect(machine.extracted(FileName("b"), .record(.ok), at: .zero).claims.isEmpty)
  #expect(machine.published(FileName("a"), .done, at: .zero).claims.isEmpty)
  #expect(machine.retired(FileName("a"), .done, at: .zero).claimedNames == ["c"])
}

@Test func largeRecordsAreWrittenBeforeMoreIsTaken() {
  var (machine, _) = SpoolStateMachine.started(["a", "b"].map { entry($0, age: old) }) {
    $0.publishing = 9
    $0.publishingBytes = 10
  }
  let name = FileName("a")
  _ = machine.claimed(name, .done, at: .zero)
  #expect(machine.extracted(name, .record(.ok), byteCount: 11, at: .zero).claims.isEmpty)
  #expect(machine.published(name, .done, at: .zero).claims.isEmpty)
  #expect(machine.retired(name, .done, at: .zero).claimedNames == ["b"])
}

@Test func fullBacklogIsFilledByAnotherScan() {
  let entries = ["a", "b", "c"].map { entry($0, age: old) }
  var (machine, actions) = SpoolStateMachine.started(entries) {
    $0.workers = 1
    $0.backlog = 1
  }
  #expect(actions.claimedNames == ["a"])
  #expect(machine.claimed(FileName("a"), .gone, at: .zero).claimedNames == ["b"])
  #expect(machine.claimed(FileName("b"), .gone, at: .zero).contains(.scan))
}

@Test func nameThatComesAgainWaitsForTheFirst() {
  var machine = SpoolStateMachine.publishing { $0.workers = 2 }
  #expect(machine.entryFinished(entry("a"), at: .zero).isEmpty)
  _ = machine.published(FileName("a"), .done, at: .zero)
  let actions = machine.retired(FileName("a"), .done, at: .zero)
  #expect(actions.contains(.scan))
}

@Test func queueReturnsWhatWasInsertedInOrder() {
  var queue = OldestFirstQueue()
  let times: [Int64] = [5, 1, 4, 1, 3, 9, 2, 6, 8, 7, 0]
  for (index, time) in times.enumerated() {
    queue.insert(FileName("\(time)-\(index)"), modified: time)
  }
  var taken: [String] = []
  while let name = queue.removeOldest() { taken.append(name.escaped) }
  #expect(taken.map { $0.prefix { $0 != "-" } } == times.sorted().map { "\($0)"[...] })
}

@Test func fullBacklogIsNotScannedWhileADocumentRunsAlone() {
  var (machine, actions) = SpoolStateMachine.started(
    ["a", "b", "c"].map { entry($0, age: old) },
    recovering: [Claim(name: FileName("z"), attempt: 1)]
  ) {
    $0.workers = 4
    $0.backlog = 1
  }
  #expect(actions.filter { $0 == .scan }.count == 1)
  _ = machine.claimed(FileName("z"), .done, at: .zero)
  #expect(!machine.entryFinished(entry("d"), at: .zero).contains(.scan))
}
