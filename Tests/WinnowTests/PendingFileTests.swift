import Foundation
import SystemPackage
import Testing

@testable import winnow

struct PendingFileTests {
  private let directory: ScratchDirectory

  init() throws { directory = try ScratchDirectory() }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path)
  }

  @Test func twoRunsWriteTheSameFileApart() throws {
    let path = FilePath(directory.path + "/a.json")
    let first = try PendingFile(for: path)
    let second = try PendingFile(for: path)
    try first.write(Array("first".utf8))
    try second.write(Array("2nd".utf8))
    try first.place()
    #expect(try String(contentsOfFile: path.string, encoding: .utf8) == "first")
    try second.place()
    #expect(try String(contentsOfFile: path.string, encoding: .utf8) == "2nd")
    #expect(try files() == ["a.json"])
  }

  @Test func fileWithoutAPlaceLeavesNothing() throws {
    do {
      let file = try PendingFile(for: FilePath(directory.path + "/a.json"))
      try file.write(Array("part".utf8))
    }
    #expect(try files().isEmpty)
  }
}
