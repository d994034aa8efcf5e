/// All that is wrong with what was set.
package struct SettingsProblems: Error, Hashable, Sendable {
  /// At least one problem.
  package let all: [SettingsProblem]

  /// These problems, of which there is at least one.
  package init(_ all: [SettingsProblem]) {
    self.all = all
  }

  /// Whether the command line alone is to blame.
  package var isUsage: Bool { all.allSatisfy(\.isUsage) }

  /// The problems in one line.
  package var line: String { all.map(\.message).joined(separator: "; ") }
}
