import Extraction
import Foundation
import Reporting
import TestSupport
import Testing

struct ExplanationPageTests {
  private static func explanation(_ markup: String) -> PageExplanation {
    let page = Array(markup.utf8)
    let source = SourceDescription(name: "<script>.html", byteCount: page.count, sha256: "")
    return Extractor().explanation(of: page.span, id: "page", source: source)
  }

  private static let hostile = """
    <html lang='x" onload="pwned()'><title>&lt;/title>&lt;script>pwned()&lt;/script></title><body>
    <p>&lt;/script>&lt;script>pwned()&lt;/script> " onmouseover="pwned()" &lt;img src=x onerror=pwned()></p>
    <pre>&lt;!-- &lt;style>*{}&lt;/style> --></pre><p>&#x202e;backwards</p></body></html>
    """

  @Test func nothingOfAHostilePageIsMarkup() {
    let html = ExplanationPage.render(Self.explanation(Self.hostile))
    let ends = html.components(separatedBy: "</script>")
    #expect(ends.count == 2)
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(html.components(separatedBy: "<style").count == 2)
    #expect(!html.contains("<img"))
    #expect(!html.contains("\" onmouseover"))
    #expect(!html.contains("lang=\"x"))
    #expect(html.contains("&lt;/script&gt;&lt;script&gt;pwned()"))
  }

  @Test func noStyleStandsOnAnElement() {
    // The page's policy would not heed it.
    let html = ExplanationPage.render(Self.explanation(Self.hostile))
    #expect(!html.contains(" style=\""))
    #expect(!html.contains("javascript:"))
  }

  @Test func everyBlockIsThereWithItsReasons() {
    let explanation = Self.explanation("<h1>One</h1><p>Two &amp; three.</p><ul><li>Four</ul>")
    let html = ExplanationPage.render(explanation)
    #expect(explanation.blocks.count == 3)
    #expect(html.components(separatedBy: "<details").count == 4)
    #expect(html.contains("Two &amp; three."))
    for block in explanation.blocks { #expect(html.contains("Why \(block.role.name)")) }
  }

  @Test func emptyPageSaysSo() {
    let html = ExplanationPage.render(Self.explanation("<html><body></body></html>"))
    #expect(html.contains("There is no text on this page."))
    #expect(html.contains("Nothing is kept."))
  }

  @Test func jsonHasTheSame() throws {
    let explanation = Self.explanation("<h1>One</h1><p>Two \"three\".</p>")
    let json = String(decoding: ExplanationJSON.encode(explanation), as: UTF8.self)
    #expect(json.hasPrefix("{\"schema\":\"winnow.explanation/1\""))
    #expect(json.contains("Two \\\"three\\\"."))
    for block in explanation.blocks {
      for step in block.steps { #expect(json.contains(step.words)) }
    }
  }
}
