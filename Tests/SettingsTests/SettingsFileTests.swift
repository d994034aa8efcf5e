import Testing

@testable import Settings

private func file(_ text: String) -> SettingsFile {
  SettingsFile(bytes: Array(text.utf8), path: "w.yaml")
}

private func messages(_ text: String) -> [String] {
  file(text).problems.map(\.message)
}

@Test func keysHaveTheirLines() {
  let settings = file("# a comment\nworkers: 3\n\nlog-level: \"debug\"\n").settings
  #expect(
    settings == [
      RawSetting(.workers, "3", from: .file(path: "w.yaml", line: 2)),
      RawSetting(.logLevel, "debug", from: .file(path: "w.yaml", line: 4)),
    ])
}

@Test(arguments: ["", "\n\n", "# nothing but this\n", "---\n"])
func fileWithoutKeysSetsNothing(text: String) {
  #expect(file(text).settings.isEmpty)
  #expect(messages(text).isEmpty)
}

@Test func unknownKeysAreRefusedWithTheNearestName() {
  #expect(
    messages("inbox: a\nworkres: 2\n\nlog_level: info\nfrobnicate: 1\n") == [
      "w.yaml:2: there is no setting workres; did you mean workers?",
      "w.yaml:4: there is no setting log_level; did you mean log-level?",
      "w.yaml:5: there is no setting frobnicate",
    ])
}

@Test func repeatedKeysAreRefusedWithBothLines() {
  #expect(
    messages("workers: 2\nbias: 0\nworkers: 3\nwrokers: 1\n\"bias\": 1\nworkers: 4\n") == [
      "w.yaml:5: bias is set twice, first in line 2",
      "w.yaml:3: workers is set twice, first in line 1",
      "w.yaml:6: workers is set twice, first in line 1",
      "w.yaml:4: there is no setting wrokers; did you mean workers?",
    ])
}

@Test func repeatedKeysInBracesAreRefused() {
  #expect(messages("{workers: 2,\n workers: 3}\n").count == 1)
}

@Test func keysWithoutOneValueAreRefused() {
  #expect(
    messages("workers:\nbias: ~\ninbox: [a, b]\noutbox:\n  path: a\n") == [
      "w.yaml:1: workers has no value; leave the line out for the default",
      "w.yaml:2: bias has no value; leave the line out for the default",
      "w.yaml:3: inbox is one value, not several",
      "w.yaml:4: outbox is one value, not several",
    ])
}

@Test func rolesMayBeAList() {
  #expect(file("roles:\n  - title\n  - article\n").settings.map(\.text) == ["title,article"])
  #expect(file("roles: [title]\n").settings.map(\.text) == ["title"])
}

@Test func brokenYAMLNamesTheLine() {
  #expect(messages("inbox: a\noutbox: \"b\n")[0].hasPrefix("w.yaml:3: "))
  #expect(messages("inbox: a\n  outbox: b\n")[0].hasPrefix("w.yaml:2: "))
  #expect(messages("inbox: *nothing\n")[0].contains("undefined alias"))
  #expect(messages("- inbox\n") == ["w.yaml:1: this is no \"key: value\""])
  #expect(messages("inbox\n") == ["w.yaml:1: this is no \"key: value\""])
  #expect(messages("inbox: a\n---\ninbox: b\n")[0].contains("another document"))
}

@Test func bytesThatAreNoTextAreRefused() {
  let text = SettingsFile(bytes: [0x69, 0xFF], path: "w.yaml")
  #expect(text.problems.map(\.message) == ["w.yaml:1: the file is not UTF-8"])
  #expect(messages("inbox: a\noutbox: \u{1}\n").count == 1)
  let long = [UInt8](repeating: 0x20, count: SettingsFile.maximumLength + 1)
  #expect(SettingsFile(bytes: long, path: "w.yaml").problems.count == 1)
  let nested = String(repeating: "[", count: 100_000)
  #expect(messages("roles: \(nested)").count == 1)
}

// Keys that are not known, that are set twice, and that each hide another one set twice.
@Test(arguments: ["k#: 1\n", "k#: 1\nk#: 1\n", "x#: {\nk#: 1,\nk#: 2}\n"])
func fileOfManyProblemsTellsTheFirstHundred(part: String) {
  let problems = messages(
    (0..<2_000).map { part.split(separator: "#").joined(separator: "\($0)") }.joined())
  #expect((1...101).contains(problems.count))
  if problems.count == 101 { #expect(problems.last?.hasSuffix("and more that is wrong") == true) }
}

@Test func aliasesOfAliasesAreNotFollowed() {
  var text = "a0: &a0 [x, x]\n"
  for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
  #expect(
    messages(text + "? *a60\n: x\n") == ["w.yaml:1: the file has more than 8 aliases (*name)"])
}

@Test func fewAliasesAreFollowed() {
  let settings = file("max-done-bytes: &many 3 GiB\nmax-failed-bytes: *many\n# ** none\n").settings
  #expect(settings.map(\.text) == ["3 GiB", "3 GiB"])
}

@Test func markOfUTF8IsNoPartOfTheFirstKey() {
  let file = SettingsFile(bytes: [0xEF, 0xBB, 0xBF] + Array("workers: 2\n".utf8), path: "w.yaml")
  #expect(file.problems.isEmpty)
  #expect(file.settings.count == 1)
}
