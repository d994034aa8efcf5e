import Testing

/// The first pages of a process come to several threads at a time, each with a parser of its own.
@Test(.timeLimit(.minutes(3)))
func firstPagesOfSeveralWorkersAreRead() async throws {
  for _ in 0..<40 {
    let fixture = try DaemonFixture()
    for page in 0..<4 { try fixture.folder.write("<p>\(page)</p>", to: "inbox/\(page).html") }
    #expect(try await fixture.exitCode(of: fixture.start("--once", "--workers", "4")) == 0)
  }
}
