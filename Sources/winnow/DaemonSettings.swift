import Foundation
import Intake
import Settings
import SystemPackage

/// Reads the settings of winnowd, as far as file and environment tell them.
enum DaemonSettings {
  /// Reads them.
  ///
  /// - Parameter config: The file of settings; that which `WINNOW_CONFIG` names by default, or none.
  /// - Returns: The settings; the folders may be missing, since flags may name them.
  /// - Throws: All that is wrong.
  static func read(_ config: String?) throws(SettingsProblems) -> Settings {
    var sources = SettingsSources()
    sources.environment = ProcessInfo.processInfo.environment
    let named = sources.environment[SettingsSources.fileVariable]
    if let path = config ?? named, !path.isEmpty { sources.file = file(at: path) }
    return try sources.settings(isComplete: false)
  }

  private static func file(at path: String) -> SettingsFile {
    do throws(IntakeError) {
      let bytes = try WholeFile.bytes(
        of: ArgumentPath.path(path), limit: SettingsFile.maximumLength)
      return SettingsFile(bytes: bytes, path: path)
    } catch {
      return SettingsFile(path: path, unreadable: error.words)
    }
  }
}
