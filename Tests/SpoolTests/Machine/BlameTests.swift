import Extraction
import Spool
import Testing

private let name = FileName("a")

/// Takes the claims up to that many times in a new process, each of which is killed while the first of
/// them is in work, and returns what the last one does with it.
private func killed(_ times: Int, from claims: [Claim]) -> (claims: [Claim], last: SpoolAction?) {
  var claims = claims
  var last: SpoolAction?
  for _ in 0...times {
    var (machine, actions) = SpoolStateMachine.started(recovering: claims) { $0.workers = 4 }
    guard let claim = actions.claims.first else { break }
    claims.removeAll { $0.name == claim.name }
    claims.append(claim)
    last = machine.claimed(claim.name, .done, at: .zero).last
  }
  return (claims, last)
}

@Test(arguments: 0...4)
func onlyDeathsInAttemptsAloneGiveADocumentUp(deaths: Int) {
  let (claims, last) = killed(deaths, from: [Claim(name: name, attempt: 1)])
  let claim = Claim(name: name, attempt: deaths + 2)
  #expect(claims == [claim])
  #expect(last == (deaths < 3 ? .extract(claim) : .abandon(claim, .crash)))
}

@Test func claimsThatWaitAreNotBlamedForADeath() {
  let waiting = Claim(name: FileName("b"), attempt: 1)
  var (machine, actions) = SpoolStateMachine.started(
    recovering: [Claim(name: name, attempt: 1), waiting]
  ) { $0.workers = 4 }
  #expect(actions.claimedNames == ["a"])
  #expect(machine.claimed(name, .done, at: .zero).claims.isEmpty)
  #expect(machine.extracted(name, .record(.ok), at: .zero).claims.isEmpty)
  _ = machine.published(name, .done, at: .zero)
  let next = machine.retired(name, .done, at: .zero)
  #expect(next.claims == [Claim(name: FileName("b"), attempt: 2)])
}

@Test(arguments: [FailureReason.crash, .timeout, .memory, .exit])
func endOfAWorkerIsFollowedByOneRetry(reason: FailureReason) {
  var machine = SpoolStateMachine.extracting()
  let second = Claim(name: name, attempt: 2)
  #expect(machine.extracted(name, .retry(reason), at: .zero).last == .claim(second, from: 1))
  #expect(machine.claimed(name, .done, at: .zero) == [.extract(second)])
  #expect(machine.extracted(name, .retry(reason), at: .zero) == [.abandon(second, reason)])
}

@Test func endOfAWorkerDoesNotHoldUpOtherDocuments() {
  var machine = SpoolStateMachine.extracting { $0.workers = 2 }
  let again = machine.extracted(name, .retry(.crash), at: .zero)
  #expect(again.claims == [Claim(name: name, attempt: 2)])
  #expect(machine.entryFinished(entry("b"), at: .zero).claimedNames == ["b"])
}

@Test func readErrorsAreTriedAgainAfterLongerAndLongerWaits() {
  var machine = SpoolStateMachine.extracting { $0.rescanInterval = .seconds(3600) }
  var now = Duration.zero
  var waits: [Duration] = []
  while true {
    if machine.extracted(name, .retry(.inputOutput), at: now).notices.isEmpty { break }
    guard let next = machine.nextTick else { break }
    waits.append(next - now)
    now = next
    #expect(machine.tick(at: now).claimedNames == ["a"])
    _ = machine.claimed(name, .done, at: now)
  }
  #expect(waits == [1, 2, 4].map { .seconds($0) })
}

@Test func onceWaitsForARetry() {
  var machine = SpoolStateMachine.extracting { $0.once = true }
  #expect(machine.extracted(name, .retry(.inputOutput), at: .zero).exitCode == nil)
  #expect(machine.tick(at: .seconds(1)).claimedNames == ["a"])
}
