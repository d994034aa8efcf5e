import Foundation
import Testing

struct ExplainCommandTests {
  @Test func pageIsExplainedInAFileOrOnStandardOutput() throws {
    let scratch = try ScratchDirectory()
    let page = try scratch.write(Array("<h1>One</h1><p>Two three.</p>".utf8), to: "a.html")
    let file = scratch.path + "/why.html"
    let written = try CommandRun(["explain", page, "-o", file])
    #expect(written.status == 0 && written.output.isEmpty)
    let html = try String(contentsOfFile: file, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("Two three."))
    let printed = try CommandRun(["explain", "-"], input: Array("<h1>One</h1>".utf8))
    #expect(printed.status == 0 && printed.output.contains("<details"))
  }

  @Test func jsonIsWellFormed() throws {
    let run = try CommandRun(["explain", "-", "--json"], input: Array("<h1>O\"ne</h1>".utf8))
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((json?["blocks"] as? [Any])?.count == 1)
  }

  @Test func dumpIsExplainedByRules() throws {
    let run = try CommandRun(
      ["explain", "-", "--json", "--input", "text"], input: Array("Only a line\n".utf8))
    #expect(run.output.contains("the text has no paragraph at all"))
  }

  @Test func whatCannotBeReadOrWrittenIsTold() throws {
    let scratch = try ScratchDirectory()
    let missing = try CommandRun(["explain", scratch.path + "/no.html"])
    #expect(missing.status == 1 && missing.message.contains("not_found"))
    let binary = try CommandRun(
      ["explain", "-"], input: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    #expect(binary.status == 1 && binary.message.contains("unsupported"))
    let run = try CommandRun(
      ["explain", "-", "-o", scratch.path + "/no/why.html"], input: Array("<p>a".utf8))
    #expect(run.status == 73)
    #expect(try CommandRun(["explain"]).status == 64)
  }
}
