import Foundation
import SystemPackage
import Testing

@testable import Intake

struct DirectoryListingTests {
  @Test func filesAreSortedByBytesAndOthersSkipped() throws {
    let directory = try TemporaryDirectory()
    for name in ["b.html", "a/z.html", "a.html", "B.html", ".hidden", ".git/x", "é.html"] {
      _ = try directory.write([1], to: name)
    }
    let root = directory.path
    try FileManager.default.createSymbolicLink(
      atPath: root.appending("link").string, withDestinationPath: root.appending("a").string)
    let fifo = root.appending("fifo")
    let result = unsafe fifo.withPlatformString { unsafe mkfifo($0, 0o600) }
    try #require(result == 0)
    let names = DirectoryListing.files(under: root).map {
      String($0.string.dropFirst(root.string.count + 1))
    }
    #expect(names == ["B.html", "a.html", "a/z.html", "b.html", "é.html"])
    #expect(DirectoryListing.isDirectory(root))
    #expect(!DirectoryListing.isDirectory(root.appending("a.html")))
  }

  @Test func directoryThatIsGoneIsListedItself() {
    #expect(DirectoryListing.files(under: "/nonexistent/x") == ["/nonexistent/x"])
  }
}
