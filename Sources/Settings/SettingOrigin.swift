/// Where a value, or what is wrong with one, comes from.
package enum SettingOrigin: Hashable, Sendable {
  /// Nowhere: it is the default.
  case standard
  /// A line of a file, which begin at 1.
  case file(path: String, line: Int)
  /// A variable of the environment.
  case environment(String)
  /// A flag, with its dashes.
  case flag(String)

  /// The origin in the words of `--print-config`.
  package var text: String {
    switch self {
    case .standard: "default"
    case .file(let path, let line): "\(path):\(line)"
    case .environment(let name): "environment \(name)"
    case .flag(let flag): "flag \(flag)"
    }
  }
}
