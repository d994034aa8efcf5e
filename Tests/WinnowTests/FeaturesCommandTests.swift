import Testing

struct FeaturesCommandTests {
  @Test func unreadablePageIsToldAndFails() throws {
    let run = try CommandRun(["features", "/nonexistent/page.html"])
    #expect(run.status == 1)
    #expect(run.message.hasPrefix("winnow: /nonexistent/page.html: failed: not_found"))
    #expect(run.lines.count == 1)
  }
}
