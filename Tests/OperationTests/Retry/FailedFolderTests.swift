import Operation
import Spool
import Testing

struct FailedFolderTests {
  private let note = "{\"schema\":\"winnow.failure/1\",\"reason\":\"crash\"}\n"

  @Test func inputsAreToldFromNotes() throws {
    let folder = try TemporaryFolder()
    let failed = try folder.makeFolder("failed")
    for (name, text) in [
      ("a.html", "x"), ("a.html.error.json", note), ("orphan.html.error.json", note),
      ("b.html", "x"), ("c.error.json", "{}"), ("c.error.json.error.json", note),
      (".winnow-1-1.tmp", "x"),
    ] {
      try folder.write(text, to: "failed/\(name)")
    }
    let inputs = try FailedFolder.inputs(in: failed)
    #expect(inputs.map(\.name.escaped) == ["a.html", "b.html", "c.error.json"])
    #expect(inputs.map(\.reason) == ["crash", nil, "crash"])
    #expect(FailedFolder.reasons(of: inputs) == ["crash": 2, "unknown": 1])
  }

  @Test func selectionIsByNameAndReason() {
    let inputs = [
      FailedInput(name: FileName("a%"), reason: "crash"),
      FailedInput(name: FileName("b"), reason: "timeout"), FailedInput(name: FileName("c")),
    ]
    func chosen(_ names: [String], _ reasons: [String]) -> [String] {
      RetrySelection(names: names, reasons: reasons).chosen(of: inputs).map(\.name.escaped)
    }
    #expect(chosen([], []) == ["a%25", "b", "c"])
    #expect(chosen(["a%"], []) == ["a%25"])
    #expect(chosen(["a%25", "c"], []) == ["a%25", "c"])
    #expect(chosen([], ["timeout", "unknown"]) == ["b", "c"])
    #expect(chosen(["b"], ["crash"]) == [])
    #expect(RetrySelection(names: ["b", "x"]).unmatchedNames(in: inputs) == ["x"])
  }
}
