import TestSupport
import Testing

@testable import Extraction

struct CommentReaderTests {
  @Test func answerIsACommentOfItsOwn() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><h2>2 comments</h2><ol><li class="comment even"><article>
        <div class="comment-author vcard"><b class="fn">Maud Ellery</b> <span>says:</span></div>
        <time datetime="2024-03-03T08:02:00+00:00">3 March</time>
        <p>The felt pen is what I have been looking for.</p><p>Where do I get one?</p>
        <a href="#r">Reply</a></article><ul class="children"><li class="comment odd"><article>
        <div class="comment-author vcard"><b class="fn">Owen T.</b> <span>says:</span></div>
        <time datetime="2024-03-03T08:40:00+00:00">3 March</time><p>At the joiner’s.</p>
        <a href="#r">Reply</a></article></li></ul></li></ol>
        <form><h3>Leave a reply</h3><p>Your address stays with us.</p></form></section>
        """)
    #expect(
      comments == [
        RecordComment(
          author: "Maud Ellery", published: "2024-03-03T08:02:00Z",
          text: "The felt pen is what I have been looking for.\n\nWhere do I get one?"),
        RecordComment(
          author: "Owen T.", published: "2024-03-03T08:40:00Z", text: "At the joiner’s."),
      ])
  }

  @Test func rowsOfAFlatTableBelongToTheHeadAboveThem() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><table><tr><td><font size=2><b>3.</b> Bosun Bill, 10/11/2004</font></td></tr>
        <tr><td>Sailed past that light for thirty years and never knew its keeper.</td></tr>
        <tr><td><font size=2><b>2.</b> Mrs. Carne, 9/11/2004</font></td></tr>
        <tr><td>My late husband helped to paint it, twice, in the year of the storm.</td></tr>
        </table></section>
        """, language: "en-GB")
    #expect(comments.map(\.author) == ["Bosun Bill", "Mrs. Carne"])
    #expect(comments.map(\.published) == ["2004-11-10", "2004-11-09"])
    #expect(comments.map { $0.text.prefix(6) } == ["Sailed", "My lat"])
  }

  @Test func siblingsWithoutClassesAreTold() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><div><div>Rahmi 2 jam lalu</div><div>Kamus tanpa huruf A itu masih saya simpan di
        rumah, dan saya membacanya.</div><div>Balas</div></div>
        <div><div>Pak Din 1 jam lalu</div><div>Saya pembaca kesembilan buku panjang itu, dan saya
        tidak menyesal.</div><div>Balas</div></div></section>
        """, language: "id")
    #expect(comments.map(\.author) == ["Rahmi", "Pak Din"])
    #expect(comments.map(\.published) == [nil, nil])
    #expect(comments.map { $0.text.prefix(5) } == ["Kamus", "Saya "])
    #expect(comments.allSatisfy { !$0.text.contains("Balas") })
  }

  @Test func signatureBelongsToTheTextAboveIt() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><h2>Letters</h2>
        <p>As a former ferryman I read the story with more than usual attention, twice.</p>
        <p>J. Kloppenburg, 3 May 2024</p>
        <p>There is a mistake in the second note, which names the wrong side of the river.</p>
        <p>H. Zandstra, 4 May 2024</p></section>
        """)
    #expect(comments.map { $0.text.prefix(5) } == ["As a ", "There"])
    #expect(comments.map(\.published) == ["2024-05-03", "2024-05-04"])
  }

  @Test func loneCommentLeavesTheHeadingAndTheForm() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><h3>1 comment</h3><div><div><b class="user">Nico</b> 22 June 2023</div>
        <p>I change a bald tyre for a new one any day.</p></div>
        <form><p>Your address will not be published.</p></form></section>
        """)
    #expect(
      comments == [
        RecordComment(
          author: "Nico", published: "2023-06-22",
          text: "I change a bald tyre for a new one any day.")
      ])
  }

  @Test func threadWithoutCommentsHasNone() throws {
    let comments = try CommentedPage.comments(
      in: "<section><h2>Comments</h2><p>Comments are closed.</p></section>")
    #expect(comments == [])
  }

  @Test func commentWithoutNameHasNoAuthor() throws {
    let comments = try CommentedPage.comments(
      in: """
        <section><div><time datetime="2024-01-02">2 January</time><p>Who painted the door green
        again?</p></div><div><time datetime="2024-01-03">3 January</time><p>It was green before
        the war, too.</p></div></section>
        """)
    #expect(comments.map(\.author) == [nil, nil])
    #expect(comments.map(\.published) == ["2024-01-02", "2024-01-03"])
  }

  @Test(arguments: [
    ("blog--wordpress-comments", 9), ("blog--wordpress-comments-nested", 5),
    ("blog--comments-closed-recent-sidebar", 2), ("news--chinese-gb18030", 2),
    ("news--russian-br-paragraphs", 4), ("product--reviews-also-like", 4),
    ("news--marquee-breaking", 3), ("recipe--ratings-comments", 7),
  ])
  func pageHasItsComments(name: String, count: Int) throws {
    let page = try #require(CorpusPage.all.first { $0.name == name })
    let comments = try CommentedPage.comments(of: page)
    #expect(comments.count == count)
    #expect(comments.allSatisfy { $0.author != nil && $0.published != nil })
  }
}
