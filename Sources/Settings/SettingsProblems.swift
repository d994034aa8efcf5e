/// All that is wrong with what was set.
package struct SettingsProblems: Error, Hashable, Sendable {
  /// At least one problem; those of a file in the order of its lines.
  package let all: [SettingsProblem]

  /// These problems, of which there is at least one.
  package init(_ all: [SettingsProblem]) {
    let others = all.filter { $0.line == nil }
    let lines = all.filter { $0.line != nil }.enumerated()
      .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
    self.all = others + lines.map(\.element)
  }

  /// Whether the command line alone is to blame.
  package var isUsage: Bool { all.allSatisfy(\.isUsage) }

  /// The problems in one line.
  package var line: String { all.map(\.message).joined(separator: "; ") }
}
