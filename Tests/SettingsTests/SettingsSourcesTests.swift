import Testing

@testable import Settings

private func sources(
  flags: [(SettingName, String)] = [], environment: [String: String] = [:], file: String? = nil
) -> SettingsSources {
  var sources = SettingsSources()
  sources.flags = flags.map { RawSetting($0, $1, from: .flag($0.flag)) }
  sources.environment = environment
  sources.file = file.map { SettingsFile(bytes: Array($0.utf8), path: "w.yaml") }
  return sources
}

private func problems(_ sources: SettingsSources, isComplete: Bool = false) -> [String] {
  do throws(SettingsProblems) {
    _ = try sources.settings(isComplete: isComplete)
    return []
  } catch {
    return error.all.map(\.message)
  }
}

@Test func flagsAreOverTheEnvironmentOverTheFileOverDefaults() throws {
  let settings = try sources(
    flags: [(.workers, "1")],
    environment: ["WINNOW_WORKERS": "2", "WINNOW_MAX_DEPTH": "20"],
    file: "workers: 3\nmax-depth: 30\nmax-nodes: 300\n"
  ).settings(isComplete: false)
  #expect(settings[.workers] == .init(value: .integer(1), origin: .flag("--workers")))
  #expect(
    settings[.maxDepth] == .init(value: .integer(20), origin: .environment("WINNOW_MAX_DEPTH")))
  #expect(
    settings[.maxNodes] == .init(value: .integer(300), origin: .file(path: "w.yaml", line: 3)))
  #expect(settings[.maxSeconds] == .init(value: .integer(60), origin: .standard))
  #expect(settings[.maxOutboxBytes] == .init(value: nil, origin: .standard))
}

@Test func emptyVariableIsNone() throws {
  let settings = try sources(environment: ["WINNOW_WORKERS": ""]).settings(isComplete: false)
  #expect(settings.integer(.workers) == nil)
}

@Test func allThatIsWrongIsTold() {
  #expect(
    problems(
      sources(
        environment: ["WINNOW_WORKER": "2", "WINNOW_POLL": "maybe", "WINNOW_CORPORA": "/data"],
        file: "max-depth: deep\nbais: 1\n")) == [
        "environment WINNOW_WORKER: there is no such setting; did you mean WINNOW_WORKERS?",
        "environment WINNOW_POLL: poll is true or false, not \"maybe\"",
        "w.yaml:1: max-depth is a whole number, not \"deep\"",
        "w.yaml:2: there is no setting bais; did you mean bias?",
      ])
}

@Test func whatIsOverriddenHasToBeRightAllTheSame() {
  #expect(problems(sources(flags: [(.workers, "1")], file: "workers: none\n")).count == 1)
}

@Test func foldersHaveToBeNamed() throws {
  #expect(problems(sources(), isComplete: true).count == 2)
  #expect(
    problems(sources(file: "inbox: a\n"), isComplete: true) == [
      "outbox is not set: --outbox, WINNOW_OUTBOX or outbox in a file"
    ])
  let complete = sources(flags: [(.outbox, "b")], environment: ["WINNOW_INBOX": "a"])
  #expect(try complete.settings().text(.inbox) == "a")
}

@Test func blameTellsTheCommandLineFromTheRest() {
  #expect(SettingsProblems([SettingsProblem(.flag("--workers"), "")]).isUsage)
  #expect(
    !SettingsProblems([
      SettingsProblem(.flag("--workers"), ""), SettingsProblem(.environment("WINNOW_BIAS"), ""),
    ]).isUsage)
}
