/// What is wrong with a value, a key or a file.
package struct SettingsProblem: Error, Hashable, Sendable {
  /// Where it is.
  package let origin: SettingOrigin
  /// What it is, in words that name the key.
  package let text: String

  /// A problem with both its fields.
  package init(_ origin: SettingOrigin, _ text: String) {
    self.origin = origin
    self.text = text
  }

  /// The place and the problem, as compilers write them: `winnow.yaml:3: …`.
  package var message: String {
    switch origin {
    // A flag is named in the text already.
    case .standard, .flag: text
    case .file, .environment: "\(origin.text): \(text)"
    }
  }

  /// The line of a file that is to blame, or `nil` when none is.
  var line: Int? {
    if case .file(_, let line) = origin { line } else { nil }
  }

  /// Whether the command line is to blame rather than a file or the environment.
  package var isUsage: Bool {
    if case .flag = origin { true } else { false }
  }
}
