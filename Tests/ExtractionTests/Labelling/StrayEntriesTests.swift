import Testing

@testable import Extraction

struct StrayEntriesTests {
  private func kept(_ choice: [Bool], in markup: String) throws -> [Bool] {
    let page = try ParsedPage("<html><body>\(markup)</body></html>")
    var kept = choice
    StrayEntries.drop(
      from: &kept, page.tree, words: page.features.statistics.map(\.words))
    return kept
  }

  private let list = "<p>Before it.</p><ul><li>a b<li>c d<li>e f<li>g h</ul><p>After it.</p>"

  @Test func entryOfAListThatIsNotChosenIsDropped() throws {
    #expect(
      try kept([true, true, false, false, false, true], in: list)
        == [true, false, false, false, false, true])
  }

  @Test func halfChosenListStays() throws {
    let choice = [true, true, true, false, false, true]
    #expect(try kept(choice, in: list) == choice)
  }

  @Test func listOfTwoIsLeftAlone() throws {
    #expect(try kept([true, false], in: "<ul><li>a b<li>c d e f g h i</ul>") == [true, false])
  }

  @Test func listInsideAStrayTableGoesWithIt() throws {
    let markup = """
      <table><tr><td><p>a b c d e f</p><p>g h i j k l</p></td></tr>
      <tr><td><ul><li>m<li>n<li>o</ul></td></tr></table>
      """
    #expect(try kept([false, false, true, true, true], in: markup).allSatisfy { !$0 })
  }
}
