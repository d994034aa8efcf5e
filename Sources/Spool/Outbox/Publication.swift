/// What became of a record that was to be written.
package enum Publication: Hashable, Sendable {
  /// It is in the outbox.
  case written
  /// It is not written: a record of that name stays in its place.
  case skipped(FileName)
  /// It could not be written, for that reason.
  case blocked(PauseCause)

  /// What the state machine is told of it: whether the input may leave.
  package var result: StepResult {
    switch self {
    case .written, .skipped: .done
    case .blocked(let cause): .blocked(cause)
    }
  }
}
