/// A pause that is not over.
package struct RunningPause: Hashable, Sendable {
  /// What it is about.
  package var kind: PauseKind
  /// Why, in words for the operator.
  package var why: String
  /// When it began, in nanoseconds since 1970.
  package var since: Int64

  /// A pause with all its fields.
  package init(kind: PauseKind, why: String, since: Int64) {
    self.kind = kind
    self.why = why
    self.since = since
  }
}
