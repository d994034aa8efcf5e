/// What can be set: a row of the one table from which files, environment, flags, help and documentation are
/// made.
package struct Setting: Hashable, Sendable {
  /// What a new value needs to be in force.
  package enum Change: Hashable, Sendable {
    /// SIGHUP is enough.
    case reload
    /// The daemon has to be started again.
    case restart
  }

  /// Its name.
  package let name: SettingName
  /// What values it takes.
  package let kind: SettingKind
  /// The value that holds when nothing else is said; `nil` when there is none.
  package let standard: SettingValue?
  /// What holds when there is no value, in words.
  package let absence: String
  /// What a new value needs to be in force.
  package let change: Change
  /// Flags that stand for a value of this one, such as `--keep` for `--retire keep`.
  package let shorthands: [String]
  /// What it does, in one line.
  package let help: String

  /// A row with all its fields.
  init(
    _ name: SettingName, _ kind: SettingKind, _ standard: SettingValue? = nil,
    absence: String = "", change: Change = .reload, shorthands: [String] = [], _ help: String
  ) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.absence = absence
    self.change = change
    self.shorthands = shorthands
    self.help = help
  }

  /// Whether the daemon cannot do without a value.
  package var isRequired: Bool { standard == nil && absence.isEmpty }

  /// The default in words.
  package var standardText: String { standard?.text ?? absence }
}
