/// What values a setting takes.
package enum SettingKind: Hashable, Sendable {
  /// Yes or no.
  case boolean
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A number in a range.
  case decimal(ClosedRange<Double>)
  /// A number of bytes in a range; `KiB`, `MiB`, `GiB` and `TiB` may follow it.
  case bytes(ClosedRange<Int>)
  /// A number of seconds in a range; `s`, `m`, `h` and `d` may follow it.
  case seconds(ClosedRange<Double>)
  /// A whole number of seconds in a range, likewise.
  case wholeSeconds(ClosedRange<Int>)
  /// One of some words.
  case choice([String])
  /// Roles of blocks, separated by commas, or `all`.
  case roles
  /// A path.
  case path
  /// The end of a file's name: at least one character, and no slash.
  case nameEnding

  /// The type in a word, for tables.
  package var title: String {
    switch self {
    case .boolean: "true, false"
    case .integer: "whole number"
    case .decimal: "number"
    case .bytes: "bytes"
    case .seconds, .wholeSeconds: "seconds"
    case .choice(let words): words.joined(separator: ", ")
    case .roles: "roles"
    case .path: "path"
    case .nameEnding: "text"
    }
  }

  /// What stands for the value in a command's help, or `nil` for the flag's own name.
  package var valueName: String? {
    switch self {
    case .boolean: nil
    case .integer: "count"
    case .decimal: "number"
    case .bytes: "bytes"
    case .seconds, .wholeSeconds: "seconds"
    case .choice(let words): words.joined(separator: "|")
    case .roles: "roles"
    case .path: "path"
    case .nameEnding: "suffix"
    }
  }
}
