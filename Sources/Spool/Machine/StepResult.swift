/// How a step that moves or writes files ended.
package enum StepResult: Hashable, Sendable {
  /// It is done.
  case done
  /// It cannot be done for now; the step is tried again later.
  case blocked(PauseCause)
  /// The file is not there any more.
  case gone
  /// The file may not be moved, or its name is taken.
  case refused(String)
}
