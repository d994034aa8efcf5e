import Testing

@testable import Extraction

/// Pages of hardly any text: a sentence is content, a notice or a shell is none.
struct ShortPagesTests {
  private static let labellings: [ExtractionOptions] = [true, false].map { usesModel in
    var options = ExtractionOptions()
    options.usesModel = usesModel
    return options
  }

  @Test(
    arguments: [
      "Das Café in der Größe ist schön, und der Weg führt über die Brücke.",
      "At last the old road was closed to cars.", "图书馆自本周起周末全天开放。",
    ])
  func sentenceOfAPageThatHasNothingElseIsItsContent(sentence: String) {
    for options in Self.labellings {
      let page = "<title>Weg</title><p>\(sentence)</p>"
      #expect(readRecord(page, options: options).text == sentence)
      let headed = readRecord("<title>Weg</title><h1>Weg</h1><p>\(sentence)</p>", options: options)
      #expect(headed.text == sentence)
    }
  }

  @Test(
    arguments: [
      #"<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>"#,
      """
      <title>App</title><nav><ul><li><a href="/">Home</a><li><a href="/n">News</a></ul></nav>
      <noscript><p>You need to enable JavaScript to run this app.</p></noscript><div id="root"></div>
      <footer><p>© 2024 Site. All rights reserved.</p></footer>
      """,
    ])
  func noticeForReadersWithoutScriptsIsNoContent(page: String) {
    for options in Self.labellings {
      let record = readRecord(page, options: options)
      #expect(record.status == .empty)
      #expect(record.reason == .noContent)
    }
  }

  @Test func pageThatAServerMakesUpForAnErrorIsNoContent() {
    let page =
      "<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>server/1.18.0</center></body></html>"
    for options in Self.labellings { #expect(readRecord(page, options: options).status == .empty) }
  }

  @Test func longTextInNoscriptStays() {
    let post = String(
      repeating: "The lock was rebuilt in the spring, and boats pass again. ", count: 8)
    let page = "<title>Lock</title><h1>Lock</h1><noscript><p>\(post)</p><p>\(post)</p></noscript>"
    #expect(readRecord(page).text.contains("boats pass again"))
  }

  @Test(
    arguments: [
      "<h1>Not Found</h1><p>The requested address was not found on this server.</p><hr><address>Server at example.org Port 80</address>",
      "<h1>404 Not Found</h1><p>The requested address was not found on this server.</p>",
      #"<ul><li><a href="/">Home</a><li><a href="/n">News</a></ul><p>The menu of the page.</p>"#,
      "<p>Home</p><p>© 2024 Site. All rights reserved.</p>",
    ])
  func menuOrErrorIsNoPlainNote(body: String) throws {
    let page = try ParsedPage("<title>x</title><body>\(body)")
    #expect(!PlainNote.sentences(page.tree, page.features).contains(true))
  }
}
