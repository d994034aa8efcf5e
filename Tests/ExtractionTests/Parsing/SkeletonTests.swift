import Foundation
import TestSupport
import Testing

@testable import Extraction

/// The tree of a skeleton is held against what libxml2 makes of the same markup with all text in it.
struct SkeletonTests {
  @Test(arguments: CorpusPage.all)
  func skeletonOfACorpusPageGivesTheTreeOfThePage(_ page: CorpusPage) throws {
    try expectEqualTrees(page.source)
  }

  @Test(arguments: 0..<60)
  func skeletonOfTagSoupGivesTheTreeOfThePage(seed: Int) throws {
    var soup = TagSoup(seed: UInt64(7000 + seed))
    let elements = TagSoup.plainElements + ["pre", "title", "xmp", "head", "body", "table", "time"]
    try expectEqualTrees(Array(soup.page(pieces: 300, elements: elements).markup.utf8))
    try expectEqualTrees(Array(soup.noise(length: 900).utf8))
  }

  @Test(arguments: 0..<120)
  func skeletonOfNestedElementsGivesTheTreeOfThePage(seed: Int) throws {
    var soup = TagSoup(seed: UInt64(9000 + seed))
    let elements =
      TagSoup.plainElements + [
        "ol", "dt", "dir", "i", "u", "address", "fieldset", "listing", "h\u{e9}",
      ]
    let page = soup.nestedPage(pieces: 400, faultIn: 3 + seed, elements: elements)
    try expectEqualTrees(Array(page.utf8))
  }

  @Test(arguments: [
    "<div><ul><li>a</li><li><p>b</p></li></ul></div>", "<table><tr><td>a</td></tr></table>",
    "<x-a><x-b>c</x-b><hr></x-a>", "<div> <div></div>\n</div>",
  ])
  func tagsThatLeaveNothingToDecideAreNotShownToTheParser(_ content: String) throws {
    let name = try #require(content.dropFirst().split(separator: ">").first)
    let page = Array("<html><body>\(content)</body>".utf8)
    try expectEqualTrees(page)
    var reducer = MarkupReducer()
    reducer.reduce(page.span)
    let shown = reducer.skeleton.shown
    #expect(shown == "<html><body><\(name)>x</\(name)>")
  }

  @Test(arguments: [
    "<div><li>a<li>b</div>", "<div><p>a<div>b</div></div>", "<ol><ul></ul></ol>",
    "<div><b>a<i>b</b></i></div>", "<div>a</p>b</div>", "<listing><p>a</p></listing>",
  ])
  func tagsThatOpenOrCloseOthersAreShownToTheParser(_ content: String) throws {
    let page = Array("<html><body>\(content)</body>".utf8)
    try expectEqualTrees(page)
    var reducer = MarkupReducer()
    reducer.reduce(page.span)
    let shown = reducer.skeleton.shown
    #expect(shown.split(separator: "<").count > 4, "\(shown)")
  }

  @Test(arguments: [
    "a &amp; b &lt;c&gt; &nbsp; d&nbsp;e &eacute; &Eacute; &nosuch; &amp &#65;&#x42;&#X43 &#150;",
    "&#0;a&#1;b&#xD800;c&#x110000;d&#;e&#x;f&;g&a b &thetasym;&thetasymx; &#99999999999;",
    "<pre>\n  &lt;a\n  b &amp; c\n</pre><pre>  <b>x</b>\n  y</pre><pre> \n <!-- --> z</pre>",
    "<xmp> <b>&amp;</xmp><title> a &lt; <b> </title>",
    String(repeating: "river ", count: 50) + "\u{1}a\u{c}b\u{7f}\u{fffe}c",
    "&#x;</b><p>a", " &#0; <p>a",
    "<p class='a &amp; b' id=a&#1;b itemprop=\"x&quot;y\" content='&eacute;'>c",
    "<html>" + String(repeating: " ", count: 2000) + "<head><title>a</title></head><body>b",
    String(repeating: "\n", count: 2000) + "<html><head><title>a</title></head><body>b",
    "<head>" + String(repeating: " ", count: 2000) + "<title>a</title></head><body>b",
    "<html lang=a><!-- -->\n<head>\n<head id=b><meta name=c content=d></head> e <body class=f>g",
    "a<script>x</script>b <!-- c -->d", "<a\"b=c>d</a><p\u{e9} class=e>f", "< a <b> <1 </ c",
    "<p class=a class=byline id=x id=date itemprop=author itemprop=name href=1>b<a href=/c href=/d>e</a>",
    // Where a run begins with a control character, it may hold nothing else.
    String(repeating: "river ", count: 100) + "<p>a<b>b</b>\u{1}<b>c</b> \u{1}\n<b>d</b>\u{1} <b>e"
      + "</b>\u{c}<b>f</b>\t<b>g</b>&#0; <b>h</b> &#0;<b>i</b>",
    String(repeating: "river ", count: 100) + "<p>a<b>b</b>&#0;<b>c</b>\u{1}\u{2}         \u{3}d\n"
      + "         \u{1}         e         ",
    "\u{200b}a\u{200b}b \u{4e00}\u{200b}\u{4e8c}\u{a0}\u{3000}c\u{ad}d\u{feff}e\u{80}f",
  ])
  func skeletonKeepsWhatLibxml2MakesOfText(_ markup: String) throws {
    try expectEqualTrees(Array(markup.utf8))
  }

  @Test func inlineElementsOfTheBodyAreNotShownToTheParser() throws {
    let page =
      "<body><p>a <b class=x>b &amp; c</b><br>d <a href=/>e</a><i>f<b>g</b></i> <span></span>"
      + "<img class=date><pre> <b> h</b>\n <i>j</i></pre><a><a>k</a></a><time datetime=2024>l</time>"
    try expectEqualTrees(Array(page.utf8))
    var reducer = MarkupReducer()
    reducer.reduce(Array(page.utf8).span)
    let (items, shown) = (reducer.skeleton.itemList, reducer.skeleton.shown)
    #expect(items.contains { $0.kind == .leaf && $0.name == .b })
    #expect(!shown.contains("<b>"))
  }

  @Test(.enabled(if: PackageFolder.hasSharedCorpora, "set WINNOW_CORPORA to the folder of corpora"))
  func skeletonsOfPagesFromTheWebGiveTheTreesOfThePages() throws {
    for path in SharedCorporaTests.pages {
      try expectEqualTrees(PackageFolder.decompressedBytes(of: path))
    }
  }

  /// libxml2 does not follow the tokenizer of the standard everywhere.
  ///
  /// Where it ends a script or a comment elsewhere, the reducer is right. Such pages are few.
  @Test(.enabled(if: PackageFolder.hasSharedCorpora, "set WINNOW_CORPORA to the folder of corpora"))
  func reducedPagesFromTheWebHaveTheBlocksOfUntouchedOnes() throws {
    var different: [String] = []
    for path in SharedCorporaTests.pages {
      let bytes = try PackageFolder.decompressedBytes(of: path)
      let reduced = try ParsedPage(bytes)
      var untouched: [String] = []
      var decoder = PageDecoder()
      try decoder.withText(of: bytes.span, context: PageContext(mediaType: .html)) { text, _ in
        var page: [UInt8] = []
        page.append(copying: text)
        let whole = WholeParse(page)
        untouched = whole.tree.blocks.map { whole.tree.string(of: $0) }
      }
      if reduced.texts != untouched { different.append(path) }
    }
    #expect(different.count <= SharedCorporaTests.pages.count / 10, "\(different)")
  }

  private func expectEqualTrees(_ page: [UInt8]) throws {
    var text: [UInt8] = []
    var decoder = PageDecoder()
    try decoder.withText(of: page.span, context: PageContext(mediaType: .html)) { decoded, _ in
      text.append(copying: decoded)
    }
    var reducer = MarkupReducer()
    reducer.reduce(text.span)
    var parser = try PageParser()
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 4_000_000, depthLimit: 100_000)
    parser.parse(&reducer.skeleton, of: text.span, into: &builder)
    let whole = WholeParse(Array(reducer.skeleton.markup(of: text).utf8))
    #expect(builder.tree.text == whole.tree.text)
    #expect(
      builder.tree.nodes.map(String.init(describing:))
        == whole.tree.nodes.map(String.init(describing:)))
    #expect(
      builder.tree.blocks.map(String.init(describing:))
        == whole.tree.blocks.map(String.init(describing:)))
    #expect(
      builder.declarations.metas.map(\.content) == whole.builder.declarations.metas.map(\.content))
    #expect(builder.declarations.properties == whole.builder.declarations.properties)
    #expect(builder.declarations.times == whole.builder.declarations.times)
  }
}
