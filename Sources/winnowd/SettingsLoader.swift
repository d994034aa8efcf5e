import Intake
import Settings
import SystemPackage

/// Reads the settings, at the start and again when the operator asks for it.
struct SettingsLoader: Sendable {
  let flags: [RawSetting]
  let environment: [String: String]
  /// The configuration file that a flag names.
  let path: String?

  /// The settings as they are now.
  func load(isComplete: Bool = true) throws(SettingsProblems) -> Settings {
    var sources = SettingsSources()
    sources.flags = flags
    sources.environment = environment
    sources.file = file
    return try sources.settings(isComplete: isComplete)
  }

  private var file: SettingsFile? {
    let named = environment[SettingsSources.fileVariable].flatMap { $0.isEmpty ? nil : $0 }
    guard let path = path ?? named else { return nil }
    do throws(IntakeError) {
      let bytes = try WholeFile.bytes(of: FilePath(path), limit: SettingsFile.maximumLength)
      return SettingsFile(bytes: bytes, path: path)
    } catch {
      return SettingsFile(path: path, unreadable: error.words)
    }
  }
}
