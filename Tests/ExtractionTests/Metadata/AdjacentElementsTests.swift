import Testing

@testable import Extraction

/// Bylines whose elements no white space parts.
struct AdjacentElementsTests {
  private func record(_ byline: String) -> Record {
    let prose =
      "The river moves east past the old town, as it has done for longer than anyone can tell."
    return readRecord(
      """
      <html lang="en"><title>A river</title><body><h1>A river</h1>\(byline)
      <p>\(prose)</p><p>\(prose)</p><p>\(prose)</p></body></html>
      """)
  }

  @Test(
    arguments: [
      (#"<p class="byline"><span>By John Smith</span><span>May 17, 2024</span></p>"#, "John Smith"),
      (#"<p><span>By John Smith</span><span>May 17, 2024</span></p>"#, "John Smith"),
      (
        #"<p><span>By <a href="/j">John Smith</a></span><time>May 17, 2024</time></p>"#,
        "John Smith"
      ),
      (#"<p><time>May 17, 2024</time><span>By John Smith</span></p>"#, "John Smith"),
      (#"<p>By <a href="/j">John Smith</a>May 17, 2024</p>"#, "John Smith"),
      ("<div><span>作者:王建国</span><span>2024-05-17 08:30</span></div>", "王建国"),
      ("<div><span>作者:王建国</span><span>来源:江城日报</span> 2024-05-17</div>", "王建国"),
      (
        "<p>By <span>J</span>ohn Smith, 17<span>th</span> May 2024</p>",
        "John Smith"
      ),
    ])
  func nameAndDateAreReadApart(byline: String, author: String) {
    let metadata = record(byline).metadata
    #expect(metadata.author == author)
    #expect(metadata.published?.hasPrefix("2024-05-17") == true)
  }

  @Test func textStaysAsThePageSetsIt() throws {
    let page = try ParsedPage(
      "<p>One<span>Two</span>3 <a href=/>Four</a><b>Five</b> Si<b>X</b></p>")
    #expect(page.texts == ["OneTwo3 FourFive SiX"])
    #expect(page.tree.spacedString(of: page.tree.blocks[0]) == "One Two 3 Four Five SiX")
  }

  @Test func placesOfAnEarlierPageAreForgotten() throws {
    var seams = TextSeams()
    seams.note(2, isStart: true)
    #expect(seams.mayBeInside(0..<4))
    #expect(!seams.mayBeInside(2..<4))
    seams.removeAll()
    #expect(!seams.mayBeInside(0..<4))
  }
}
