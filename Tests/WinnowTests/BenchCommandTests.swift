import Foundation
import Testing

struct BenchCommandTests {
  private static let prose = """
    The harbour of the town was closed for a year, and now the dredgers are back at work in its channel, \
    which the harbour master says will be open for all but the largest boats when the spring comes round.
    """

  /// A corpus of `count` pages of one article each, in the layout of `Corpus/pages`.
  private static func corpus(in scratch: ScratchDirectory, count: Int = 3) throws -> String {
    for index in 0..<count {
      let paragraphs = (0..<4).map { "Paragraph \(index) \($0). " + prose }
      let blocks = [("title", "Harbour \(index)")] + paragraphs.map { ("article", $0) }
      let html =
        "<html><body><nav><a href=/>Home</a></nav><article><h1>Harbour \(index)</h1>"
        + paragraphs.map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
      let entries = ([("navigation", "Home")] + blocks).map {
        "{\"role\":\"\($0.0)\",\"text\":\"\($0.1)\"}"
      }
      _ = try scratch.write(Array(html.utf8), to: "corpus/pages/p\(index)/source.html")
      let json = """
        {"id":"p\(index)","pageType":"article","language":"en","title":"Harbour \(index)","author":null,
        "published":null,"heldOut":\(index == 0),"blocks":[\(entries.joined(separator: ","))]}
        """
      _ = try scratch.write(Array(json.utf8), to: "corpus/pages/p\(index)/expected.json")
    }
    return scratch.path + "/corpus"
  }

  @Test func corpusIsMeasuredAndComparedWithItself() throws {
    let scratch = try ScratchDirectory()
    let corpus = try Self.corpus(in: scratch)
    let saved = scratch.path + "/run.json"
    let first = try CommandRun(["bench", corpus, "--json", saved])
    #expect(first.status == 0, "\(first.message)")
    #expect(first.output.contains("corpus: 3 pages, read by winnow"))
    #expect(first.output.contains("held out"))
    let second = try CommandRun(["bench", corpus, "--against", saved, "-j", "2"])
    #expect(second.status == 0)
    #expect(second.output.contains("Against run.json, the same 3 pages"))
    #expect(try CommandRun(["bench", corpus, "--held-out"]).output.contains("corpus: 1 pages"))
  }

  @Test func fallAgainstBetterPredictionsEndsInOne() throws {
    let scratch = try ScratchDirectory()
    let corpus = try Self.corpus(in: scratch, count: 12)
    var lines = ""
    for index in 0..<12 {
      let file = corpus + "/pages/p\(index)/expected.json"
      // What readers say now is wrong of every page, and the other extractor knows it.
      let text = try String(contentsOfFile: file, encoding: .utf8)
        .replacing("\"article\",\"text\":\"Paragraph", with: "\"promo\",\"text\":\"Paragraph")
        .replacing("\"navigation\",\"text\":\"Home\"", with: "\"article\",\"text\":\"Home\"")
      try Data(text.utf8).write(to: URL(filePath: file))
      lines += "{\"id\":\"p\(index)\",\"text\":\"Home\"}\n"
    }
    let predictions = try scratch.write(Array(lines.utf8), to: "other.jsonl")
    let run = try CommandRun(["bench", corpus, "--against", predictions])
    #expect(run.status == 1)
    #expect(run.output.contains("FELL"))
    // It says nothing of titles, so that these are not compared.
    let table = run.output.components(separatedBy: "Against").last ?? ""
    #expect(!table.contains("title"))
  }

  @Test func figureUnderItsFloorEndsInOne() throws {
    let scratch = try ScratchDirectory()
    let corpus = try Self.corpus(in: scratch)
    let saved = scratch.path + "/run.json"
    _ = try CommandRun(["bench", corpus, "--json", saved])
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: saved)))
    let hash = try #require((json as? [String: Any])?["corpusHash"] as? String)
    func floors(_ hash: String, _ text: Double) throws {
      let floors = """
        {"corpusHash":"\(hash)","pages":3,"model":{"text":\(text)},"rules":{"text":0}}
        """
      _ = try scratch.write(Array(floors.utf8), to: "corpus/floors.json")
    }
    try floors(hash, 0.1)
    let over = try CommandRun(["bench", corpus])
    #expect(over.status == 0 && over.output.contains("Floors: all 1 hold"))
    try floors(hash, 1.1)
    let under = try CommandRun(["bench", corpus])
    #expect(under.status == 1 && under.output.contains("Floors: 1 of 1 FAILED"))
    #expect(try CommandRun(["bench", corpus, "--rules"]).status == 0)
    #expect(try CommandRun(["bench", corpus, "--no-floors"]).status == 0)
    try floors("0", 0)
    #expect(try CommandRun(["bench", corpus]).output.contains("not the one that they were pinned"))
  }

  @Test func reportAndExplanationsAreWritten() throws {
    let scratch = try ScratchDirectory()
    let corpus = try Self.corpus(in: scratch)
    let report = scratch.path + "/out.html"
    let run = try CommandRun(["bench", corpus, "--report", report, "--explain-worst", "2"])
    #expect(run.status == 0, "\(run.message)")
    let html = try String(contentsOfFile: report, encoding: .utf8)
    let pages = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out-pages")
    #expect(pages.count == 2)
    for page in pages { #expect(html.contains("out-pages/\(page)")) }
  }

  @Test func pageOfTheCorpusThatIsGoneIsTold() throws {
    let scratch = try ScratchDirectory()
    let truth =
      "{\"id\":\"a\",\"page_type\":\"article\",\"text\":\"x\",\"with\":[],\"without\":[]}\n"
    _ = try scratch.write(Array(truth.utf8), to: "wcxb/ground-truth.jsonl")
    _ = try scratch.write(Array("<p>b".utf8), to: "wcxb/html/b.html")
    let run = try CommandRun(["bench", scratch.path + "/wcxb", "--worst", "1"])
    #expect(run.status == 1)
    #expect(run.output.contains("1 pages could not be read"))
    #expect(run.output.contains("not_found"))
  }

  @Test func labelledPagesOfAnotherFolderAreFound() throws {
    let scratch = try ScratchDirectory()
    let page =
      "<html><body><article><p>\(Self.prose)</p><p>\(Self.prose)</p></article></body></html>"
    _ = try scratch.write(Array(page.utf8), to: "html/a.html")
    let labels = "{\"id\":\"a\",\"blocks\":[{\"role\":\"article\",\"text\":\"The harbour\"}]}\n\n"
    _ = try scratch.write(Array(labels.utf8), to: "roles/pages.jsonl")
    let roles = scratch.path + "/roles"
    #expect(try CommandRun(["bench", roles, "--html", scratch.path + "/html"]).status == 0)
    let missing = try CommandRun(["bench", roles])
    #expect(missing.status == 74)
    #expect(missing.message.contains("--html"))
  }

  @Test func bodiesByPageAreACorpus() throws {
    let scratch = try ScratchDirectory()
    _ = try scratch.write(
      Array("{\"p\":{\"articleBody\":\"\(Self.prose)\"}}".utf8), to: "b/ground-truth.json")
    let page =
      "<html><body><article><p>\(Self.prose)</p><p>\(Self.prose)</p></article></body></html>"
    _ = try scratch.write(Array(page.utf8), to: "b/html/p.html")
    let run = try CommandRun(["bench", scratch.path + "/b"])
    #expect(run.status == 0, "\(run.message)")
    #expect(run.output.contains("Main text") && !run.output.contains("Roles"))
  }

  @Test func dumpsAreACorpus() throws {
    let scratch = try ScratchDirectory()
    _ = try scratch.write(Array((Self.prose + "\n").utf8), to: "dumps/d.txt")
    let roles = "{\"blocks\":[{\"role\":\"article\",\"text\":\"\(Self.prose)\"}]}"
    _ = try scratch.write(Array(roles.utf8), to: "dumps/d.roles.json")
    let run = try CommandRun(["bench", scratch.path + "/dumps"])
    #expect(run.status == 0)
    #expect(run.output.contains("article"))
  }

  @Test(arguments: [
    ("{\"id\":\"a\"", "line 2: no JSON"), ("{\"text\":\"x\"}", "a page has no id"),
    ("{\"id\":\"../a\"}", "is no name of a page"),
    ("{\"id\":\"a\",\"blocks\":[{\"role\":\"headline\",\"text\":\"x\"}]}", "unknown role headline"),
    ("{\"id\":7}", "id is of another type"),
  ])
  func malformedReferencesAreTold(_ line: String, _ message: String) throws {
    let scratch = try ScratchDirectory()
    _ = try scratch.write(Array(("\n" + line + "\n").utf8), to: "c/ground-truth.jsonl")
    _ = try scratch.write([], to: "c/html/a.html")
    let run = try CommandRun(["bench", scratch.path + "/c"])
    #expect(run.status == 74)
    #expect(run.message.contains(message), "\(run.message)")
  }

  @Test func wrongUsageIsTold() throws {
    let scratch = try ScratchDirectory()
    #expect(try CommandRun(["bench", scratch.path]).status == 64)
    #expect(try CommandRun(["bench", scratch.path + "/nothing"]).status == 64)
    #expect(try CommandRun(["bench", scratch.path, "--rounds", "0"]).status == 64)
    #expect(try CommandRun(["bench", scratch.path, "--explain-worst", "3"]).status == 64)
    let corpus = try Self.corpus(in: scratch, count: 1)
    #expect(try CommandRun(["bench", corpus, "--against", "/nonexistent"]).status == 74)
    let saved = scratch.path + "/no/such/folder.json"
    #expect(try CommandRun(["bench", corpus, "--json", saved]).status == 73)
    #expect(try CommandRun(["bench", corpus, "--report", saved]).status == 73)
  }
}
