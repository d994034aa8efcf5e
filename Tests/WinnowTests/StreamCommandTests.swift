import Foundation
import Testing

struct StreamCommandTests {
  private static let page =
    "<html><body><article><h1>Bees</h1><p>Bees dance on the comb to tell the others where the flowers are, and how far.</p></article></body></html>"

  private func run(_ lines: [String], _ arguments: [String] = []) throws -> CommandRun {
    try CommandRun(["stream"] + arguments, input: Array(lines.joined(separator: "\n").utf8))
  }

  private func line(_ id: String) -> String { #"{"id":"\#(id)","html":"\#(Self.page)"}"# }

  @Test func recordsComeInTheOrderOfTheLines() throws {
    let ids = (1...100).map { "page \($0)" }
    let run = try run(ids.map(line), ["-j", "4"])
    #expect(try run.lines.map { try PrintedRecord.parse($0) }.map(\.id) == ids)
    #expect(run.status == 0)
    #expect(run.message == "")
  }

  @Test func badLineGivesARecordWithItsNumber() throws {
    let run = try run([line("a"), "", "{", #"{"id":"c"}"#, #"{"id":"d","html":""}"#, line("e")])
    let records = try run.lines.map { try PrintedRecord.parse($0) }
    #expect(records.map(\.id) == ["a", "line-3", "c", "d", "e"])
    #expect(records.map(\.status) == ["ok", "failed", "failed", "empty", "ok"])
    #expect(records.map(\.reason) == [nil, "corrupt", "corrupt", "empty_input", nil])
    #expect(run.lines[1].contains(#""source":{"name":"line 3""#))
    #expect(
      run.message == """
        winnow: line 3: failed: corrupt (a member's name expected at byte 1)
        winnow: line 4: failed: corrupt (neither html nor html_base64)

        """)
    #expect(run.status == 1)
  }

  @Test func lineOverTheLimitFailsAlone() throws {
    let long = line(String(repeating: "x", count: 5000))
    let run = try run([line("a"), long, line("b")], ["--max-line", "4KiB"])
    let records = try run.lines.map { try PrintedRecord.parse($0) }
    #expect(records.map(\.id) == ["a", "line-2", "b"])
    #expect(records.map(\.reason) == [nil, "too_large", nil])
    #expect(run.status == 1)
  }

  @Test func base64HoldsBytesOfAnyEncoding() throws {
    var bytes =
      Array("<p>K".utf8) + [0xE4] + Array("ferzucht ist die Haltung von Insekten im Haus.".utf8)
    bytes += Array("</p>".utf8)
    let text = Data(bytes).base64EncodedString()
    let run = try run(
      [#"{"id":"a","charset":"latin1","html_base64":"\#(text)"}"#], ["--roles", "all"])
    #expect(run.output.contains("Käferzucht"))
    let declared = try self.run(
      [
        #"{"id":"a","html":"<meta charset=latin1><p>Käferzucht ist schön und gut.</p>"}"#
      ], ["--roles", "all"])
    #expect(declared.output.contains("Käferzucht"))
  }

  @Test func recordsComeWhileInputPauses() throws {
    let process = Process()
    process.executableURL = try CommandRun.executable()
    process.arguments = ["stream"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in ["a", "b", "c"] {
      try input.fileHandleForWriting.write(contentsOf: Data((line(id) + "\n").utf8))
      var record = Data()
      while record.last != 10 { record += output.fileHandleForReading.availableData }
      #expect(try PrintedRecord.parse(String(decoding: record, as: UTF8.self)).id == id)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func nothingGivesNothing() throws {
    let run = try run([])
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func unwrittenOutputIsToldByTheStatus() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let page = try ScratchDirectory()
    let input = try page.write(Array(line("a").utf8), to: "in")
    process.arguments = [
      "-c", "\"$0\" stream < \"$1\" > /dev/full 2> /dev/null", try CommandRun.executable().path,
      input,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  @Test(arguments: [["--max-line", "0"], ["--max-line", "x"], ["-j", "0"], ["page.html"]])
  func wrongUsageIsRefused(arguments: [String]) throws {
    #expect(try run([], arguments).status == 64)
  }
}
