import Testing

private func check(_ file: String, _ arguments: String...) throws -> CommandRun {
  let scratch = try ScratchDirectory()
  let path = try scratch.write(Array(file.utf8), to: "w.yaml")
  return try CommandRun(["check-config", "--config", path] + arguments)
}

@Test func rightConfigurationIsSilent() throws {
  let run = try check("inbox: /srv/inbox\nworkers: 2\n")
  #expect(run.status == 0)
  #expect(run.output.isEmpty)
  #expect(run.message.isEmpty)
}

@Test func allErrorsOfAConfigurationAreToldWithTheirLines() throws {
  let run = try check("wrokers: 2\nmax-depth: deep\nmax-depth: 3\nready: soon\n", "--print")
  #expect(run.status == 78)
  #expect(run.output.isEmpty)
  let lines = run.message.split(separator: "\n").map { $0.split(separator: "w.yaml:").last ?? "" }
  #expect(
    lines == [
      "1: there is no setting wrokers; did you mean workers?",
      "2: max-depth is a whole number, not \"deep\"",
      "3: max-depth is set twice, first in line 2",
      "4: ready is one of closed, stable, done-file, not \"soon\"",
    ])
}

@Test func printedConfigurationNamesOrigins() throws {
  let run = try check("workers: 2\n", "--print")
  #expect(run.status == 0)
  #expect(run.lines.contains { $0.hasPrefix("workers: 2  # /") && $0.hasSuffix("w.yaml:1") })
  #expect(run.lines.contains("max-depth: 1000  # default"))
}

@Test func missingFileOfSettingsIsAnErrorOfTheConfiguration() throws {
  let run = try CommandRun(["check-config", "--config", "/none/w.yaml"])
  #expect(run.status == 78)
  #expect(run.message == "winnow: /none/w.yaml: No such file or directory\n")
  #expect(try CommandRun(["check-config", "--config", "/"]).status == 78)
}
