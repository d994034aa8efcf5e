import Extraction
import Spool

extension SpoolStateMachine {
  /// A machine that has started and scanned an inbox with these entries.
  static func started(
    _ entries: [InboxEntry] = [], recovering claims: [Claim] = [],
    _ change: (inout SpoolLimits) -> Void = { _ in }
  ) -> (machine: SpoolStateMachine, actions: [SpoolAction]) {
    var limits = SpoolLimits()
    change(&limits)
    var machine = SpoolStateMachine(limits: limits)
    var actions = machine.start()
    actions += machine.recovered(claims)
    if !limits.once { actions += machine.watchEstablished(at: .zero) }
    for entry in entries { actions += machine.entrySeen(entry, at: .zero) }
    actions += machine.scanFinished(failure: nil, at: .zero)
    return (machine, actions)
  }

  /// A machine that is at work on `a`, whose first attempt has begun.
  static func extracting(_ change: (inout SpoolLimits) -> Void = { _ in }) -> SpoolStateMachine {
    var machine = started([entry("a", age: .seconds(9))], change).machine
    _ = machine.claimed(FileName("a"), .done, at: .zero)
    return machine
  }

  /// A machine that has the record of `a` and is about to publish it.
  static func publishing(_ change: (inout SpoolLimits) -> Void = { _ in }) -> SpoolStateMachine {
    var machine = extracting(change)
    _ = machine.extracted(FileName("a"), .record(.ok), at: .zero)
    return machine
  }

  /// Lists the inbox once more, with these entries in it.
  mutating func rescanned(_ entries: [InboxEntry], at now: Duration) -> [SpoolAction] {
    var actions = tick(at: now)
    for entry in entries { actions += entrySeen(entry, at: now) }
    return actions + scanFinished(failure: nil, at: now)
  }
}

extension [SpoolAction] {
  /// The claims among the actions.
  var claims: [Claim] {
    compactMap { if case .claim(let claim, _) = $0 { claim } else { nil } }
  }

  /// The names of the claims among the actions.
  var claimedNames: [String] { claims.map(\.name.escaped) }

  /// What the operator is told.
  var notices: [SpoolNotice] {
    compactMap { if case .report(let notice) = $0 { notice } else { nil } }
  }

  /// The code of the exit among the actions.
  var exitCode: SpoolExitCode? {
    compactMap { if case .exit(let code) = $0 { code } else { nil } }.first
  }
}
