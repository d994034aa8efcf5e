@testable import Settings

/// An input read as a configuration file.
struct FuzzedSettings {
  private let bytes: [UInt8]

  init(_ input: [UInt8]) {
    bytes = input
  }

  /// Reads the file, and what is listed of it once more.
  func run() {
    let file = SettingsFile(bytes: bytes, path: "winnow.yaml")
    for problem in file.problems { check(problem) }
    let names = Set(file.settings.map(\.name))
    precondition(names.count == file.settings.count, "what is set is set once")
    guard let settings = settings(of: file) else { return }
    precondition(file.problems.isEmpty, "a file with problems sets nothing")
    check(settings)
  }

  // Not inlined, for the optimizer of Swift 6.3 ends itself over that.
  @inline(never)
  private func check(_ problem: SettingsProblem) {
    // Lines of YAML end in more ways than one, but none is shorter than a byte.
    precondition(
      problem.line.map { (1...bytes.count + 1).contains($0) } ?? true, "a problem is in a line")
    precondition(!problem.message.isEmpty, "a problem is told")
  }

  private func settings(of file: SettingsFile) -> Settings? {
    var sources = SettingsSources()
    sources.file = file
    return try? sources.settings(isComplete: false)
  }

  private func check(_ settings: Settings) {
    let listed = SettingsFile(bytes: Array(settings.listing.utf8), path: "listing")
    precondition(listed.problems.isEmpty, "a listing is a file: \(listed.problems)")
    let again = self.settings(of: listed)
    precondition(again.map { $0.changes(since: settings).isEmpty } ?? false, "with these values")
  }
}
