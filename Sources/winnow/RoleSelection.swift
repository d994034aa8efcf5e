import ArgumentParser
import Extraction

/// The roles named on the command line: `all`, or names separated by commas.
struct RoleSelection: ExpressibleByArgument {
  /// The roles.
  let roles: Set<Role>

  init?(argument: String) {
    guard let roles = try? Role.set(named: argument) else { return nil }
    self.roles = roles
  }

  static var allValueStrings: [String] { ["all"] + Role.allCases.map(\.name) }
}
