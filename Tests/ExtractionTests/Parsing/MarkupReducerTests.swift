import Testing

@testable import Extraction

struct MarkupReducerTests {
  /// Each line: what a page holds between two words, after which only the words are left.
  @Test(arguments: [
    "<script>var a = '<p>no</p>';</script>",
    "<SCRIPT type=module>no</ScRiPt >",
    "<script>a = '</scripty>'; b < c</script/>",
    "<script><!-- <script> no </script> no --></script>",
    "<script><!-- <script> no </script> no </script>",
    "<script><!-->no</script>",
    "<script><!--->no</script>",
    "<script><!-- no --> <script> no </script>",
    "<style>p > a { content: '</p>' }</style>",
    "<style><!-- </style>",
    "<textarea><p>no</textarea>",
    "<textarea><!-- </textarea>",
    "<iframe><p>no</p></iframe>",
    "<noembed><b>no</noembed>",
    "<noframes><p>no</noframes>",
    "<!-- no > no -->",
    "<!-->",
    "<!--->",
    "<!---->",
    "<!-- no --!>",
    "<!-- <!-- no -->",
    "<!doctype html>",
    "<![CDATA[ no ]]>",
    "<? no ?>",
    "</ no>",
    "</>",
    "<svg><path d='M0 0'/><text>no</text></svg>",
    "<svg><svg>no</svg>no</svg>",
    "<svg/>",
    "<svg><svg/>no</svg>",
    "<svg><script href='a.js'/><path/></svg>",
    "<svg><script>no</script></svg>",
    "<svg><style>no</style></svg>",
    "<svg><foreignObject><p>no</p></foreignObject></svg>",
    "<svg><desc><![CDATA[<b>no</b><p>no</p></svg>]]></desc></svg>",
    "<math><mi>no</mi></math>",
    "<template><p>no</p><template>no</template>no</template>",
    "<template><textarea></template></textarea></template>",
    "<template><script>'</template>'</script></template>",
    "<select><option>no<option>no</select>",
    "<select><option>no<select>",
    "<object><p>no</object>",
    "<canvas>no</canvas>",
    "<datalist><option>no</datalist>",
    "<wbr><source src=a><param name=b>",
  ])
  func contentThatIsNoTextIsCut(_ markup: String) {
    #expect(reduced("one \(markup)two") == "one two")
  }

  @Test(arguments: [
    ("<svg><g>no<p>two", "<p>two"),
    ("<svg>no<div>two</div></svg>", "<div>two</div>"),
    ("<math><mi>no<table>", "<table>"),
    ("<select><option>no<input>two", "<input>two"),
    ("<select>no</body>two", "two"),
    ("<canvas>no</html>two", "two"),
  ])
  func unclosedContentEndsWhereThePageGoesOn(markup: String, rest: String) {
    #expect(reduced("one " + markup) == "one " + rest)
  }

  @Test(arguments: [
    "<script>no", "<script><!-- <script> no </script> no", "<style>no</p>", "<textarea>no</textare",
    "<!-- no", "<!-- no -- >", "<svg>no", "<template>no</p>", "<iframe>no", "<!no", "<?no", "</no",
    "<p class=no", "<p class='no>", "<select>no", "<script>no</script",
  ])
  func contentWithoutAnEndGoesToTheEndOfThePage(_ markup: String) {
    #expect(reduced("one " + markup) == "one ")
  }

  @Test(arguments: [
    ("a < b", "a &lt; b"), ("a <3 b", "a &lt;3 b"), ("a <", "a &lt;"), ("a </", "a &lt;/"),
    ("<<p>", "&lt;<p>"), ("<é>", "&lt;é>"),
    ("<title>a < b</title>c", "<title>a &lt; b</title>c"),
    ("<title>a <b>c</title >d", "<title>a &lt;b>c</title>d"),
    ("<xmp><p>a</xmp>b", "<xmp>&lt;p>a</xmp>b"),
    ("<title>a", "<title>a</title>"),
  ])
  func textThatOnlyLooksLikeATagIsEscaped(markup: String, expected: String) {
    #expect(reduced(markup) == expected)
  }

  @Test(arguments: [
    ("<p class=a>", "<p class=\"a\">"),
    ("<P CLASS='a b' >", "<P class=\"a b\">"),
    ("<p\nid = \"a>b\"\t>", "<p id=\"a>b\">"),
    ("<p class='say \"a\"'>", "<p class=\"say &quot;a&quot;\">"),
    ("<p class>", "<p class>"), ("<p hidden=''>", "<p hidden>"),
    ("<p/class=a/>", "<p class=\"a/\">"),
    ("<p class=a id=b><i>", "<p class=\"a\" id=\"b\"><i>"),
    ("<p onclick='a>b' data-x=1 class=c>", "<p class=\"c\">"),
    ("<p =class=a id=b>", "<p id=\"b\">"),
    (
      "<p data-a='b>c' class=d aria-e data-f  =  'g' id=h data-=i aria-/>",
      "<p class=\"d\" id=\"h\">"
    ),
    ("<p data-a=b>", "<p>"), ("<p aria-a>", "<p>"), ("<p data-\u{e9}=a id=b>", "<p id=\"b\">"),
    ("<img src=a alt=b class=c>", "<img class=\"c\">"),
    ("<p href=a name=b start=3>", "<p>"),
    ("<a href=a?b=c&d>", "<a href=\"a?b=c&d\">"),
    ("<ol start=3>", "<ol start=\"3\">"),
    ("<meta name=a content=b>", "<meta name=\"a\" content=\"b\">"),
    ("<p style='color: red'>", "<p>"),
    ("<p style='color:red; DISPLAY : none'>", "<p hidden>"),
    ("<p style=visibility:hidden>", "<p hidden>"),
  ])
  func onlyAttributesThatAreReadAreKept(markup: String, expected: String) {
    #expect(reduced(markup) == expected)
  }

  @Test func attributeOfMegabytesIsCut() {
    let address = "data:image/png;base64," + String(repeating: "A", count: 3_000_000)
    #expect(reduced("<a href='\(address)' class=b>c</a>") == "<a class=\"b\">c</a>")
    #expect(reduced("<img src='\(address)'>c") == "<img>c")
  }

  @Test func linkedDataIsKeptApart() {
    let page = "<script type='application/LD+json'>{\"a\": \"<b>\"}</script><script>no</script>c"
    var reducer = MarkupReducer()
    let bytes = Array(page.utf8)
    reducer.reduce(bytes.span)
    let bodies = reducer.structuredData.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(bodies == ["{\"a\": \"<b>\"}"])
    let markup = reducer.skeleton.markup(of: bytes)
    #expect(markup == "c")
  }

  @Test func secondRootAndBodyAreCut() {
    let page = "<html lang=a><body class=b>c</body></html><html lang=d><body class=e>f"
    #expect(reduced(page) == "<html lang=\"a\"><body class=\"b\">cf")
  }

  @Test func reducerForgetsThePageBefore() {
    var reducer = MarkupReducer()
    let page = Array("<html><body>a<script type=ld+json>b</script>".utf8)
    for _ in 0..<2 { reducer.reduce(page.span) }
    let markup = reducer.skeleton.markup(of: page)
    #expect(markup == "<html><body>a")
    let bodies = reducer.structuredData
    #expect(bodies.count == 1)
  }

  @Test func everyNameHasItsOwnHash() {
    let elements = Set(ElementName.allCases.map { NameHash(Array($0.name.utf8).span).value })
    #expect(elements.count == ElementName.allCases.count)
    #expect(!elements.contains(0))
    let attributes = Set(AttributeName.allCases.map { NameHash(Array($0.name.utf8).span).value })
    #expect(attributes.count == AttributeName.allCases.count)
  }
}
