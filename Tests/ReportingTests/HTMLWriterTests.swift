import Testing

@testable import Reporting

struct HTMLWriterTests {
  @Test func textAndValuesAreEscaped() {
    var writer = HTMLWriter()
    writer.element("p", ["title": "\" onclick=\"x", "lang": nil], text: "<b>&\u{1}</b>")
    #expect(
      writer.output
        == "<p title=\"&quot; onclick=&quot;x\">&lt;b&gt;&amp;\u{FFFD}&lt;/b&gt;</p>")
  }

  @Test func frameAllowsItsOwnScriptAndStyleAlone() throws {
    // The digests of `a{}` and `b()` by `openssl dgst -sha256 -binary | base64`.
    let page = PageFrame.document(title: "<x>", style: "a{}", script: "b()") {
      $0.text("</script>")
    }
    #expect(page.contains("style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"))
    #expect(page.contains("script-src 'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='"))
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("<title>&lt;x&gt;</title>"))
    #expect(page.contains("&lt;/script&gt;"))
  }
}
