import Testing

@testable import Extraction

struct BlockTextTests {
  @Test(arguments: [
    ("<p>one <b>two</b><i>three</i> four</p>", ["one twothree four"]),
    ("<p>one</p>two<p>three", ["one", "two", "three"]),
    ("one<br>two<br/><br>three", ["one", "two", "three"]),
    ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
    ("<p>  one \n\t two  </p>", ["one two"]),
    ("<p>one&nbsp;&nbsp;two&#8194;three&emsp;four\u{3000}five</p>", ["one two three four five"]),
    ("<p>re&shy;pair\u{feff} un\u{2060}done</p>", ["repair undone"]),
    ("<p>one\u{200b}two \u{200b}three</p>", ["onetwo three"]),
    ("<p>\u{200b}สวัสดี\u{200b}โลก</p>", ["สวัสดี\u{200b}โลก"]),
    ("<p>&#147;one&#148; &#133; &#x80;&#150;&#153;</p>", ["“one” … €–™"]),
    ("<p>a &lt;b&gt; &amp;amp; &eacute;</p>", ["a <b> &amp; é"]),
    ("<a href=1>One</a><a href=2>Two</a>", ["One Two"]),
    ("<b><a href=1>One</a></b><a href=2>Two</a>!", ["One Two!"]),
    ("<a href=1>One</a>s and <a href=2>two</a>.", ["Ones and two."]),
    ("<p>w<wbr>o<span></span>rd</p>", ["word"]),
    ("<p>x<sub>2</sub><!-- a -->y</p>", ["x2y"]),
    ("<p>\u{1f600} é e\u{301}</p>", ["\u{1f600} é e\u{301}"]),
    ("<button>one</button><label>two</label><span>three</span>", ["one", "two", "three"]),
    ("<p> &nbsp; </p><p></p>", []),
  ])
  func whiteSpaceCollapsesAndBlocksPart(markup: String, texts: [String]) throws {
    let page = try ParsedPage(markup)
    #expect(page.texts == texts)
    #expect(page.tree.violations.isEmpty)
  }

  @Test func preformattedTextKeepsItsLines() throws {
    let page = try ParsedPage("<pre>\n\n  if a {\r\n    b\n  }\n\n</pre><p>after\nit")
    #expect(page.texts == ["  if a {\n    b\n  }", "after it"])
    #expect(page.kinds == [.code, .paragraph])
  }

  @Test func markupInsidePreformattedTextDoesNotPartIt() throws {
    let page = try ParsedPage("<pre><code><span>let</span> a\n\n<b>let</b> b</code></pre>")
    #expect(page.texts == ["let a\n\nlet b"])
  }

  @Test func charactersAreCountedNotBytes() throws {
    let page = try ParsedPage("<p>né 日本 <a href=/>é\u{1f600}</a></p>")
    #expect(page.tree.blocks.map(\.characters) == [8])
    #expect(page.tree.blocks.map(\.linkCharacters) == [3])
  }

  @Test func buttonsAndAnchorsAreLinkText() throws {
    let page = try ParsedPage("<button>one</button><p><a>two</a> six</p><p>four</p>")
    #expect(page.tree.blocks.map(\.linkCharacters) == [3, 3, 0])
  }

  @Test func blockKnowsWhetherALineBreakPartsIt() throws {
    let page = try ParsedPage("<p>a<br>b</p>c<br><p>d</p><br>e<br><div><p>f")
    let follows = page.tree.blocks.map { $0.flags.contains(.followsLineBreak) }
    #expect(page.texts == ["a", "b", "c", "d", "e", "f"])
    #expect(follows == [false, true, false, false, true, false])
  }

  @Test func blockKnowsWhetherItIsHidden() throws {
    let page = try ParsedPage("<p hidden>a</p><div style=display:none><p>b</p></div><p>c")
    #expect(page.tree.blocks.map { $0.flags.contains(.hidden) } == [true, true, false])
  }
}
