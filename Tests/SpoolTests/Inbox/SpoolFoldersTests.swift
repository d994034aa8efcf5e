import Foundation
import SystemPackage
import Testing

@testable import Spool

private func opened(
  _ root: TemporaryFolder, outbox: String, done: String? = nil, failed: String? = nil
) throws(SpoolError) {
  let path = { (name: String) in FilePath(root.url.appending(path: name).path) }
  var configuration = SpoolConfiguration(inbox: path("inbox"), outbox: path(outbox))
  configuration.done = done.map(path)
  configuration.failed = failed.map(path)
  _ = try SpoolFolders(configuration, in: LocalFileSystem())
}

private func makeRoot() throws -> TemporaryFolder {
  let root = try TemporaryFolder()
  for folder in ["inbox/done/deep", "inbox/failed", "inbox/.work/1", "inbox/out", "outbox"] {
    try root.makeFolder(folder)
  }
  let link = root.url.appending(path: "link").path
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "inbox")
  return root
}

@Test(
  arguments: [
    ("inbox", nil, nil), ("link", nil, nil), ("inbox/done", nil, nil), ("inbox/failed", nil, nil),
    ("inbox/done/deep", nil, nil), ("inbox/.work/1", nil, nil), ("outbox", "inbox", nil),
    ("outbox", nil, "inbox"), ("outbox", nil, "inbox/done"), ("outbox", "inbox/.work", nil),
    ("outbox", "outbox", nil),
  ] as [(String, String?, String?)])
func foldersThatFeedEachOtherAreRefused(outbox: String, done: String?, failed: String?) throws {
  let root = try makeRoot()
  let error = #expect(throws: SpoolError.self) {
    try opened(root, outbox: outbox, done: done, failed: failed)
  }
  #expect(error?.exitCode == .configuration)
}

@Test(arguments: ["outbox", "inbox/out"])
func foldersApartAreTaken(outbox: String) throws {
  let root = try makeRoot()
  try opened(root, outbox: outbox)
}

@Test func namesThatAKilledProcessLeftDoNotStopTheStart() throws {
  let fileSystem = InMemoryFileSystem()
  fileSystem.makeDirectory(at: "/inbox")
  let outbox = fileSystem.makeDirectory(at: "/outbox")
  let parts = TemporaryFile.name().escaped.split { $0 == "-" || $0 == "." }
  let number = try #require(Int(parts[2]))
  for next in 1...500 {
    outbox.place(FileName(".winnow-\(parts[1])-\(number + next).tmp"), content: [])
  }
  let configuration = SpoolConfiguration(inbox: "/inbox", outbox: "/outbox")
  _ = try SpoolFolders(configuration, in: fileSystem)
  #expect(outbox.names.count == 500)
}
