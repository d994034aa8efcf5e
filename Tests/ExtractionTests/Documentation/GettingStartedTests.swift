import Extraction
import Foundation
import Testing

struct GettingStartedTests {
  private let page = Array(
    """
    <html lang="en"><head><title>Bees</title></head><body><nav><a href="/">Home</a></nav><article>
    <h1>Bees</h1><p>Bees dance on the comb to tell the others where the flowers are, and how far.</p>
    <p>The angle of the dance is the angle to the sun, and its length is the distance.</p>
    </article></body></html>
    """.utf8)

  /// Every piece of Swift in the documentation stands in a file that is compiled.
  @Test(arguments: ["GettingStarted.md", "Extraction.md"])
  func codeOfTheDocumentationIsCompiled(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let compiled = try String(
      contentsOf: folder.appending(path: "GettingStarted.swift"), encoding: .utf8)
    let article = try String(
      contentsOf: folder.appending(path: "../../../Sources/Extraction/Extraction.docc/\(name)"),
      encoding: .utf8)
    let blocks = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(!blocks.isEmpty)
    for block in blocks where !block.contains(".package(") {
      #expect(compiled.contains(block), "not in GettingStarted.swift:\n\(block)")
    }
  }

  @Test func articleIsRead() {
    let (title, text) = article(of: page)
    #expect(title == "Bees")
    #expect(text.hasPrefix("Bees dance on the comb"))
  }

  @Test func blocksOfARoleAreFound() {
    #expect(texts(of: .title, in: page, from: "https://example.org/bees") == ["Bees"])
  }

  @Test func outcomesAreTold() {
    let source = SourceDescription(name: "a", byteCount: 0, sha256: "")
    #expect(
      outcome(of: Record(id: "a", source: source, status: .failed, reason: .unsupported))
        == "not read: unsupported")
    #expect(outcome(of: Record(id: "a", source: source, status: .ok)).hasPrefix("whole"))
  }

  @Test func manyPagesAreReadAtOnce() async {
    let texts = await articles(of: Array(repeating: page, count: 20), taskCount: 3)
    #expect(texts.count == 20)
    #expect(Set(texts) == [article(of: page).text])
  }
}
