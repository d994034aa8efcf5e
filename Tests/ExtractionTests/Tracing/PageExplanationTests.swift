import TestSupport
import Testing

@testable import Extraction

struct PageExplanationTests {
  private static let markup = """
    <html lang="en"><body><nav class="menu"><ul><li><a href="/">Home</a><li><a href="/world">World</a>
    <li><a href="/sport">Sport</a><li><a href="/arts">Arts</a></ul></nav><main><article>
    <h1>The harbour is dredged again after a year of waiting</h1><p class="byline">By Ann Lee, 3 May 2024</p>
    <p>The harbour of the town was closed for a year, and now the dredgers are back at work in its channel.</p>
    <figure><img src="a.jpg"><figcaption>A dredger at work. Photograph: Bo Dahl</figcaption></figure>
    <p>The work is to last until the spring, the harbour master said, and will cost more than was planned.</p>
    <p>Fishermen have asked for help with the cost of mooring their boats in the next town while it lasts.</p>
    </article></main><footer><p>Copyright the town</p><a href="/privacy">Privacy</a></footer></body></html>
    """

  private static func explanation(
    _ page: [UInt8] = Array(markup.utf8), _ change: (inout ExtractionOptions) -> Void = { _ in }
  ) -> PageExplanation {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    change(&options)
    let source = SourceDescription(name: "page.html", byteCount: page.count, sha256: "")
    return Extractor(options: options).explanation(of: page.span, id: "page", source: source)
  }

  @Test func effectsAddUpToTheProbability() throws {
    let explanation = Self.explanation()
    #expect(explanation.blocks.count > 10)
    for block in explanation.blocks {
      let probability = try #require(block.probability)
      let typical = try #require(block.typicalProbability)
      let sum = block.effects.reduce(typical) { $0 + $1.effect }
      #expect(abs(sum - probability) < 1e-9)
      #expect(block.effects.count == FeatureGroup.allCases.count)
    }
  }

  @Test func probabilityIsTheOneOfThePipeline() throws {
    for block in Self.explanation().blocks {
      let role = try #require(block.explainedRole)
      let expected =
        role == .article ? block.score : block.roleProbabilities[Int(role.rawValue)]
      #expect(try #require(block.probability) == expected)
    }
  }

  @Test func explainingChangesNothing() {
    let page = Array(Self.markup.utf8)
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    let source = SourceDescription(name: "page.html", byteCount: page.count, sha256: "")
    let extractor = Extractor(options: options)
    let record = extractor.record(of: page.span, id: "page", source: source)
    let explanation = extractor.explanation(of: page.span, id: "page", source: source)
    #expect(explanation.record == record)
    #expect(explanation.blocks.map(\.role) == record.blocks.map(\.role))
    #expect(explanation.blocks.map(\.text) == record.blocks.map(\.text))
    let again = extractor.record(of: page.span, id: "page", source: source)
    #expect(again == record)
  }

  @Test func groupThatIsLikeATypicalBlocksDoesNothing() throws {
    var reader = EffectReader(TracedContext(probabilities: [0.5], words: [4]))
    // The context's columns come from the page, so that the row of the feature table alone is typical.
    let row = TypicalBlock.values.prefix(FeatureTable.columnCount)
    let effects = reader.effects(of: 0, row: row, role: .article)
    #expect(effects.probability == effects.typicalProbability)
    #expect(effects.groups.allSatisfy { $0.effect == 0 })
  }

  @Test func menuIsNavigationForItsLinksAndTags() throws {
    let block = try #require(Self.explanation().blocks.first)
    #expect(block.role == .navigation)
    #expect(block.steps.contains { $0.kind == .trees })
    #expect(block.steps.last?.role == .navigation)
    let helpful = block.effects.filter { $0.effect > 0.05 }.map(\.group)
    #expect(!Set(helpful).isDisjoint(with: [.linkDensity, .markup, .textDensity]))
    #expect(block.facts.allSatisfy { !$0.words.isEmpty })
  }

  @Test func rulesNameTheTermsOfTheScore() throws {
    let explanation = Self.explanation { $0.usesModel = false }
    let caption = try #require(explanation.blocks.first { $0.text.hasPrefix("A dredger") })
    #expect(caption.role == .caption)
    #expect(caption.effects.isEmpty)
    #expect(caption.steps.contains { $0.words.contains("caption") && $0.role == .caption })
    let terms = caption.steps.filter { $0.kind == .score }
    #expect(terms.contains { $0.words.contains("marked as content") })
    #expect(terms.contains { $0.words.contains("no main content: −.35") })
  }

  @Test func bareDocumentSaysThatRulesLabelledIt() throws {
    let explanation = Self.explanation(Array("<p><a href=/>Home</a></p>".utf8))
    let block = try #require(explanation.blocks.first)
    #expect(block.steps.first?.words.contains("rules label it") == true)
  }

  @Test func linesOfADumpNameTheirRule() throws {
    let text = """
      Harbour dredged again after year of waiting
      By Ann Lee, 3 May 2024
      The harbour of the town was closed for a year, and now the dredgers are back at work in its channel.
      The work is to last until the spring, the harbour master said, and will cost more than was planned.
      """
    let explanation = Self.explanation(Array(text.utf8))
    #expect(explanation.blocks.map(\.role) == [.title, .byline, .article, .article])
    #expect(
      explanation.blocks[0].steps.map(\.words) == ["the last long line before the paragraphs"])
    #expect(explanation.blocks[2].steps.first?.role == .article)
  }

  @Test func lineOfLinksBetweenParagraphsIsNamedATeaser() throws {
    let markup = Self.markup.replacing(
      "<figure>", with: "<p><a href=\"/x\">Tariffs to rise for the third year</a></p><figure>")
    let explanation = Self.explanation(Array(markup.utf8))
    for block in explanation.blocks where block.role != block.explainedRole {
      #expect(block.steps.last?.kind == .structure)
      #expect(block.steps.last?.role == block.role)
    }
  }

  @Test func unreadablePageHasNoBlocks() {
    let explanation = Self.explanation([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13,
    ])
    #expect(explanation.record.status == .failed)
    #expect(explanation.blocks.isEmpty)
  }
}
