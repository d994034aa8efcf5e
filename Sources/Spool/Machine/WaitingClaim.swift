/// A claimed document that waits for its next attempt.
struct WaitingClaim: Hashable, Sendable {
  /// The claim of the last attempt.
  var claim: Claim
  /// Whether the next attempt has to be made with nothing else in work.
  var isExclusive: Bool
  /// When the next attempt may be made, or `nil` for as soon as there is room.
  var notBefore: Duration?
}
