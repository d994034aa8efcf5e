import Testing

@testable import Extraction

@Suite struct BlockMarksTests {
  private func lane(_ name: String) throws -> Int {
    try #require(BlockMarks.names.firstIndex(of: name))
  }

  @Test func linksCountForTheBlockTheyStandIn() throws {
    let page = try ParsedPage(
      "<p>Words before <a href='/tag/x/y'>one</a> and <a href='/tag/z/y'>two</a></p><p>None</p>")
    let category = try lane("category")
    #expect(page.features.marks.density(of: category, in: 0..<(0 + 1)) == 2)
    #expect(page.features.marks.density(of: category, in: 1..<(1 + 1)) == 0)
    #expect(page.features.marks.density(of: category, in: 0..<2) == 1)
  }

  @Test func imagesCountForTheBlockAfterThem() throws {
    let page = try ParsedPage(
      "<p>Before</p><img src=a><p>After</p><input><p>Last</p><button></button>")
    #expect(try page.features.marks.density(of: lane("images"), in: 1..<(1 + 1)) == 1)
    #expect(try page.features.marks.density(of: lane("images"), in: 0..<(0 + 1)) == 0)
    #expect(try page.features.marks.density(of: lane("fields"), in: 2..<(2 + 1)) == 1)
  }

  @Test(arguments: [
    ("€ 3 or $4", "currencies", 2), ("12 % and 3٪", "percents", 1),
    ("© 2024 Example®", "rights", 2),
    ("▲ 0.4 → on", "arrows", 2), ("one | two · three", "bars", 2), ("a@b.example", "ats", 1),
    ("From 10:30 to 11:45, note: this", "clockTimes", 2), ("Really?!", "exclamations", 2),
    ("And so on…", "ellipses", 1), ("价格￥30", "currencies", 1),
  ])
  func signsAreCountedInEveryScript(text: String, mark: String, count: Float) throws {
    let page = try ParsedPage("<p>\(text)</p>")
    #expect(try page.features.marks.density(of: lane(mark), in: 0..<(0 + 1)) == count)
  }

  @Test func allLanesTogetherSayWhatEachSays() throws {
    let page = try ParsedPage(
      "<p>€ 3 <a href='/tag/x/y'>one</a></p><img src=a><p>12 % or 4 %!</p><input><p>Last | one</p>")
    for blocks in [0..<1, 1..<2, 0..<3, 3..<3] {
      var found: [Float] = []
      page.features.marks.forEachDensity(in: blocks) { lane, density in
        #expect(lane == found.count)
        found.append(density)
      }
      let expected = (0..<BlockMarks.laneCount).map {
        page.features.marks.density(of: $0, in: blocks)
      }
      #expect(found == expected)
    }
  }
}
