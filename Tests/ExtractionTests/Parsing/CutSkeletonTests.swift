import BasicContainers
import Testing

@testable import Extraction

/// A page with more elements than its tree may have is not noted to its end.
struct CutSkeletonTests {
  private static let data = "<script type='application/ld+json'>{\"a\":1}</script>"
  private static let page = Array(
    ("<main>" + (0..<40_000).map { "<div><p>Line \($0)<b>x</b></div>" }.joined() + "</main>" + data)
      .utf8)

  private func tree(of reducer: inout MarkupReducer, nodeLimit: Int) throws -> BlockTreeBuilder {
    var builder = BlockTreeBuilder()
    var parser = try PageParser()
    builder.begin(nodeLimit: nodeLimit, depthLimit: 100)
    parser.parse(&reducer.skeleton, of: Self.page.span, into: &builder)
    return builder
  }

  @Test func treeOfACutSkeletonIsThatOfTheWholeUpToItsLimit() throws {
    var whole = MarkupReducer()
    whole.reduce(Self.page.span)
    var cut = MarkupReducer()
    cut.reduce(Self.page.span, elementLimit: 20_000)
    let areCut = [whole.isCut, cut.isCut]
    #expect(areCut == [false, true])
    let cutCount = cut.skeleton.elements.count
    #expect(cutCount < 30_000)
    let expected = try tree(of: &whole, nodeLimit: 15_000)
    let found = try tree(of: &cut, nodeLimit: 15_000)
    #expect(found.isStopped)
    #expect(found.tree.nodes.count == expected.tree.nodes.count)
    #expect(found.tree.nodes.map(\.end) == expected.tree.nodes.map(\.end))
    #expect(found.tree.blocks.map(\.textEnd) == expected.tree.blocks.map(\.textEnd))
    #expect(found.tree.text == expected.tree.text)
    #expect(found.tree.limits == expected.tree.limits)
  }

  @Test func whatStandsBehindTheCutIsReadForTheMetadata() {
    var cut = MarkupReducer()
    cut.reduce(Self.page.span, elementLimit: 20_000)
    let structuredData = cut.structuredData
    #expect(structuredData.map { $0.upperBound < Self.page.count } == [true])
  }

  @Test func shortPageIsNotCut() {
    var reducer = MarkupReducer()
    reducer.reduce(Self.page.span, elementLimit: 200_000)
    let (isCut, count) = (reducer.isCut, reducer.skeleton.elements.count)
    #expect(!isCut)
    #expect(count > 100_000)
  }
}
