/// Whether something has to be done, and how much of it was.
package struct ProgressSign: Hashable, Sendable {
  /// Whether something has to be done and nothing outside stands in its way.
  package var isOwed: Bool
  /// The number of steps that ended so far.
  package var endedSteps: Int

  /// A sign with both its fields.
  package init(isOwed: Bool, endedSteps: Int) {
    self.isOwed = isOwed
    self.endedSteps = endedSteps
  }
}
