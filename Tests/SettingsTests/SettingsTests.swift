import Testing

@testable import Settings

private func settings(_ file: String) throws -> Settings {
  var sources = SettingsSources()
  sources.file = SettingsFile(bytes: Array(file.utf8), path: "w.yaml")
  return try sources.settings(isComplete: false)
}

@Test func listingNamesTheOriginOfEachValue() throws {
  let lines = try settings("workers: 7\n").listing.split(separator: "\n").map(String.init)
  #expect(lines.count == Setting.all.count)
  #expect(lines.contains("workers: 7  # w.yaml:1"))
  #expect(lines.contains("max-depth: 1000  # default"))
  #expect(lines.contains("# max-outbox-bytes: no limit  # default"))
  #expect(lines.contains("# inbox: not set  # default"))
}

@Test(arguments: [
  "plain", "with space", "quote\" and \\", "line\nfeed", "- dash", "#hash", "true", "12", "",
  "ümlaut", "a: b", "\u{2028}", "tab\t",
])
func listingCanBeReadAsAFile(name: String) throws {
  let quoted = Settings.scalar(.text("/srv/" + name))
  let before = try settings(
    "inbox: \(quoted)\ndone-suffix: \(Settings.scalar(.text(name + ".")))\n")
  #expect(before.text(.inbox) == "/srv/" + name)
  let after = try settings(before.listing)
  #expect(after.changes(since: before).isEmpty)
}

@Test func changesAreToldInTheOrderOfTheTable() throws {
  let (before, after) = (try settings("workers: 2\n"), try settings("outbox: o\nbias: 0\n"))
  #expect(
    after.changes(since: before).map(\.text) == [
      "outbox o (was not set)", "workers the number of cores (was 2)", "bias 0 (was 0.15)",
    ])
}

@Test func foldersStayUntilARestart() throws {
  let before = try settings("inbox: a\nworkers: 1\n")
  let kept = try settings("inbox: b\nworkers: 2\ndone: d\n").keeping(before)
  #expect(kept.text(.inbox) == "a")
  #expect(kept.text(.done) == nil)
  #expect(kept.integer(.workers) == 2)
}
