import ArgumentParser
import Extraction

/// The roles named on the command line: `all`, or names separated by commas.
struct RoleSelection: ExpressibleByArgument {
  /// The roles.
  let roles: Set<Role>

  init?(argument: String) {
    if argument == "all" {
      roles = Set(Role.allCases)
      return
    }
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let named = names.compactMap { Role(name: String($0)) }
    guard !named.isEmpty, named.count == names.count else { return nil }
    roles = Set(named)
  }

  static var allValueStrings: [String] { ["all"] + Role.allCases.map(\.name) }
}
