import Configuration

/// Everything that may set something.
package struct SettingsSources: Sendable {
  /// The flags of the command line that were given, and their values.
  package var flags: [RawSetting] = []
  /// The variables of the environment, those of others among them.
  package var environment: [String: String] = [:]
  /// The configuration file, if there is one.
  package var file: SettingsFile?

  /// No sources.
  package init() {}

  /// What is in force: a flag over the environment, the environment over the file, the file over the default.
  ///
  /// A value that another one overrides has to be right all the same.
  ///
  /// - Parameter isComplete: Whether what the daemon cannot do without has to be there.
  /// - Returns: The settings, each with its origin.
  /// - Throws: All that is wrong.
  package func settings(isComplete: Bool = true) throws(SettingsProblems) -> Settings {
    let layers = [flags, environmentSettings, file?.settings ?? []]
    var problems = strangeVariables + (file?.problems ?? [])
    var values: [RawSetting: SettingValue] = [:]
    for setting in layers.joined() {
      do throws(SettingsProblem) {
        values[setting] = try setting.value()
      } catch {
        problems.append(error)
      }
    }
    let winners = Self.winners(of: layers)
    if isComplete { problems += Self.missing(in: winners) }
    guard problems.isEmpty else { throw SettingsProblems(problems) }
    return Settings(
      Dictionary(
        uniqueKeysWithValues: winners.map { name, setting in
          (name, Settings.Entry(value: values[setting], origin: setting.origin))
        }))
  }

  /// The setting of each name that counts: that of the first layer which has one.
  ///
  /// What the reader is given, and gives back, is the place of a setting in `all`, so that its origin is not
  /// lost.
  private static func winners(of layers: [[RawSetting]]) -> [SettingName: RawSetting] {
    let all = Array(layers.joined())
    var place = 0
    let providers = layers.map { layer in
      var values: [AbsoluteConfigKey: ConfigValue] = [:]
      for setting in layer {
        values[AbsoluteConfigKey([setting.name.key])] = ConfigValue(.int(place), isSecret: false)
        place += 1
      }
      return InMemoryProvider(values: values)
    }
    let reader = ConfigReader(providers: providers)
    var winners: [SettingName: RawSetting] = [:]
    for name in SettingName.allCases {
      winners[name] = reader.int(forKey: ConfigKey([name.key])).map { all[$0] }
    }
    return winners
  }

  /// An empty variable is none: there is no other way to take one back in a unit file.
  private var environmentSettings: [RawSetting] {
    SettingName.allCases.compactMap { name in
      guard let text = environment[name.environment], !text.isEmpty else { return nil }
      return RawSetting(name, text, from: .environment(name.environment))
    }
  }

  /// Variables whose names are one slip away from that of a setting.
  ///
  /// Others that begin likewise may belong to something else.
  private var strangeVariables: [SettingsProblem] {
    let known = SettingName.allCases.map(\.environment) + [Self.fileVariable]
    return environment.keys.sorted().compactMap { name in
      guard name.hasPrefix(SettingName.environmentPrefix), !known.contains(name),
        let nearest = NearestName.to(name, among: known, within: Self.slips)
      else { return nil }
      return SettingsProblem(
        .environment(name), "there is no such setting; did you mean \(nearest)?")
    }
  }

  /// The variable that names the configuration file.
  package static let fileVariable = "WINNOW_CONFIG"
  // Letters: with more, names of other programs' variables are near to one of ours.
  private static let slips = 2

  private static func missing(in winners: [SettingName: RawSetting]) -> [SettingsProblem] {
    Setting.all.filter { $0.isRequired && winners[$0.name] == nil }.map { setting in
      let name = setting.name
      return SettingsProblem(
        .flag(name.flag),
        "\(name.key) is not set: \(name.flag), \(name.environment) or \(name.key) in a file")
    }
  }
}
