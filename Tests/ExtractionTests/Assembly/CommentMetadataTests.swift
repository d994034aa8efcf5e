import TestSupport
import Testing

@testable import Extraction

/// Who wrote a comment, and when, is nothing of the page's own.
@Suite struct CommentMetadataTests {
  private static let paragraph = """
    <p>The harbour council met on Monday evening to discuss the repairs of the northern breakwater, \
    which was damaged in the winter storm, and agreed to spend what the state will give.</p>
    """
  private static let comment = """
    <li class="comment"><div class="comment-author"><cite class="fn">Ann Lee</cite></div>
    <time class="comment-date" datetime="2024-03-06T10:00:00Z">6 March 2024</time>
    <div class="comment-body"><p>A comment which says that the council should act at once.</p></div></li>
    """
  private static let page = """
    <!doctype html><html lang=en><title>Harbour</title><body><article><h1>Harbour to be mended</h1>
    \(String(repeating: paragraph, count: 6))</article>
    <section id="comments" class="comments"><h3>3 comments</h3><ol class="comment-list">
    \(String(repeating: comment, count: 3))</ol></section>
    """

  @Test func commentersAndTheirTimesAreNotThePages() throws {
    let source = SourceDescription(name: "a.html", byteCount: Self.page.utf8.count, sha256: "")
    let record = Extractor().record(
      of: Array(Self.page.utf8).span, id: "a", source: source,
      context: PageContext(mediaType: .html))
    #expect(record.comments.count == 3)
    #expect(record.comments.first?.author == "Ann Lee")
    #expect(record.metadata.author == nil)
    #expect(record.metadata.published == nil)
  }
}
