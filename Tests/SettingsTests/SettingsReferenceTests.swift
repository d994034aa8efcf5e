import Foundation
import Testing

@testable import Settings

/// The root of the package.
private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Test func documentationHoldsTheTable() throws {
  let text = try String(contentsOf: root.appending(path: "docs/CONFIGURATION.md"), encoding: .utf8)
  #expect(
    text.contains("<!-- table -->\n\n\(SettingsReference.markdown.text)\n<!-- end of table -->"),
    "docs/CONFIGURATION.md is stale: run Scripts/configuration-table.sh")
}

@Test func exampleSetsNothingAndIsAFile() {
  let text = SettingsReference.yaml.text
  let file = SettingsFile(bytes: Array(text.utf8), path: "w.yaml")
  #expect(file.settings.isEmpty)
  #expect(file.problems.isEmpty)
}

@Test func exampleWithoutItsCommentsIsWhatHoldsAnyway() throws {
  let lines = SettingsReference.yaml.text.split(separator: "\n")
    .filter { $0.hasPrefix("#") && !$0.hasPrefix("# ") && !$0.contains("# default:") }
    .map { $0.dropFirst() }.filter { !$0.hasSuffix(": ") }
  var sources = SettingsSources()
  let text = lines.joined(separator: "\n")
  sources.file = SettingsFile(bytes: Array(text.utf8), path: "w.yaml")
  let settings = try sources.settings(isComplete: false)
  #expect(lines.count == Setting.all.count { $0.standard != nil })
  #expect(settings.changes(since: .standard).isEmpty)
}

@Test func objectsAreJSON() throws {
  let data = Data(SettingsReference.json.text.utf8)
  let objects = try JSONSerialization.jsonObject(with: data) as? [[String: String]]
  #expect(objects?.map { $0["key"] } == Setting.all.map(\.name.key))
}
