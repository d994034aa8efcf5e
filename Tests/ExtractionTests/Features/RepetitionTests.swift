import Testing

@testable import Extraction

struct RepetitionTests {
  @Test func repeatedTextsAreCounted() throws {
    let page = try ParsedPage(
      "<p>Read more</p><p>a</p><p>read more!</p><p>—</p><p>…</p><p>Read more")
    #expect(page.features.repetitions.counts == [3, 1, 3, 1, 1, 3])
  }

  @Test func manyDifferentTextsAreEachAlone() throws {
    let page = try ParsedPage((0..<3000).map { "<p>text \($0)</p>" }.joined())
    #expect(page.features.repetitions.counts.allSatisfy { $0 == 1 })
  }

  @Test func siblingsOfOneShapeAreAGroup() throws {
    let page = try ParsedPage(
      """
      <ul><li class=card-1><h3>one two</h3><time>a</time><li class=card-2><h3>three</h3></li>
      <li class=card-3><a href=/>four</a></li><li class=other>five</li></ul><li class=card-4>six</li>
      """)
    let items = page.nodes(.li)
    let groups = page.features.groups
    #expect(Set(items.prefix(3).map { groups.groupOfNode[$0] }).count == 1)
    #expect(Set(items.map { groups.groupOfNode[$0] }).count == 3)
    #expect(items.map { groups.positionInGroup[$0] } == [0, 1, 2, 0, 0])
    let group = groups.groups[Int(groups.groupOfNode[items[0]])]
    #expect(group.size == 3)
    #expect(group.filled == 3)
    #expect(group.words == 5)
    #expect(group.squares == 11)
    #expect(group.headings == 2)
    #expect(group.dates == 1)
    #expect(group.linkCharacters == 4)
    #expect(group.blocks == 4)
  }

  @Test func wordsOfSubtreesAreSums() throws {
    let page = try ParsedPage("<div>one. two<p>three four.</p></div><p>five")
    let groups = page.features.groups
    #expect(groups.words[0] == 5)
    #expect(groups.words[try #require(page.nodes(.div).first)] == 4)
    #expect(groups.sentenceMarks[0] == 2)
  }
}
