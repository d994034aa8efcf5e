import Foundation
import Testing

struct LabelCommandTests {
  private static let page = Array("<html><body><p>One line.</p></body></html>".utf8)

  @Test func markupGetsRoles() throws {
    let run = try CommandRun(["label", "-"], input: Self.page)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<html data-role=\""))
    #expect(run.output.hasSuffix("<body><p>One line.</p></body></html>"))
  }

  @Test func folderGetsTheFilesOfACorpusPageOnce() throws {
    let scratch = try ScratchDirectory()
    let file = try scratch.write(Self.page, to: "p.html")
    let folder = scratch.path + "/news--page"
    #expect(try CommandRun(["label", file, "-o", folder]).status == 0)
    let json = try Data(contentsOf: URL(filePath: folder + "/page.json"))
    let fields = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(
      Set(["url", "pageType", "language", "title", "author", "published", "heldOut"])
        .isSubset(of: fields.keys))
    let again = try CommandRun(["label", file, "-o", folder])
    #expect(again.status == 73 && again.message.contains("annotated.html"))
  }

  @Test func dumpGetsARoleForEachLine() throws {
    let scratch = try ScratchDirectory()
    let dump = try scratch.write(Array("Only a line\nand \"another\"\n".utf8), to: "d.txt")
    let run = try CommandRun(["label", dump, "-o", scratch.path])
    #expect(run.status == 0, "\(run.message)")
    let json = try Data(contentsOf: URL(filePath: scratch.path + "/d.roles.json"))
    let fields = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(fields["id"] as? String == "d")
    let blocks = fields["blocks"] as? [[String: String]]
    #expect(blocks?.map { $0["text"] } == ["Only a line", "and \"another\""])
  }

  @Test func whatCannotBeReadIsTold() throws {
    #expect(try CommandRun(["label", "/nonexistent.html"]).status == 1)
    let binary = try CommandRun(
      ["label", "-"], input: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    #expect(binary.status == 1 && binary.message.contains("unsupported"))
  }
}
