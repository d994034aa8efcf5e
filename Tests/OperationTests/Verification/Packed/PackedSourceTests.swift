import Extraction
import Foundation
import Intake
import Operation
import Packing
import Spool
import SystemPackage
import Testing

/// Packed records against their inputs, and folders of shards among other things.
struct PackedSourceTests {
  private let packed: PackedFolder

  init() throws { packed = try PackedFolder() }

  @Test func changedInputIsAFault() throws {
    try packed.folder.write("changed", to: "pages/4.html")
    let result = try Verified(packed.path)
    try #require(result.lines.count == 1)
    #expect(result.lines[0].hasPrefix("records-000002.jsonl.zst: 4: its source /"))
    #expect(result.lines[0].hasSuffix("/4.html has another SHA-256 by now"))
    #expect(result.tally.matched == 5)
  }

  @Test func inputThatIsGoneIsNoFault() throws {
    try FileManager.default.removeItem(at: packed.folder.url.appending(path: "pages"))
    let result = try Verified(packed.path)
    #expect(result.lines == [])
    #expect(result.tally.uncompared == 6)
  }

  @Test func recordMayNameItsInputByAnyEndOfItsPath() throws {
    func faults(_ name: String) throws -> [String] {
      let packed = try PackedFolder()
      let source = SourceDescription(
        name: name, byteCount: 1, sha256: SourceDigest.hexadecimal(of: Array("x".utf8)))
      try packed.pack([(PackedSource("a/b/x.html"), Record(id: "x", source: source, status: .ok))])
      return try Verified(packed.path).lines
    }
    for name in ["x.html", "b/x.html", "a/b/x.html", "b/x.html#7"] {
      #expect(try faults(name) == [])
    }
    for name in ["c/x.html", "y.html", "html", "b"] {
      #expect(try faults(name).count == 1)
    }
  }

  @Test func inputsAreFoundBelowOtherFolders() throws {
    let packed = try PackedFolder()
    try packed.folder.makeFolder("more/deep")
    let source = SourceDescription(
      name: "x.html", byteCount: 1, sha256: SourceDigest.hexadecimal(of: Array("x".utf8)))
    try packed.pack([
      (PackedSource("deep/x.html"), Record(id: "x", source: source, status: .ok)),
      (PackedSource("gone/x.html"), Record(id: "x", source: source, status: .ok)),
    ])
    try packed.folder.write("x", to: "more/deep/x.html")
    func matched() throws -> Int {
      try OutboxVerification(
        of: packed.path, inputs: InputPlaces(bases: [packed.folder.path("more")])
      ) { _ in }.tally.matched
    }
    #expect(try matched() == 7)
    try packed.folder.write("x", to: "more/x.html")
    #expect(try matched() == 8)
  }

  // MARK: - Containers

  private static let lines = ["a", "b", "c"].map { #"{"html":"<p>\#($0)</p>"}"# }

  /// Packs the pages of a container.
  private func packContainer() throws {
    let path = packed.folder.path("pages/c.ndjson").string
    try packed.folder.write(Self.lines.joined(separator: "\n"), to: "pages/c.ndjson")
    try packed.pack(
      Self.lines.enumerated().map { number, line in
        let source = SourceDescription(
          name: "c.ndjson#\(number + 1)", byteCount: line.utf8.count,
          sha256: SourceDigest.hexadecimal(of: Array(line.utf8)))
        return (
          PackedSource(path, page: number + 1),
          Record(id: "c-\(number + 1)", source: source, status: .ok)
        )
      }, ended: [path])
  }

  @Test func linesOfContainersAreReadAmongThoseOfAShardAndBehindIt() throws {
    try packContainer()
    try packed.pack([], ended: ["later.warc"])
    let manifest = String(decoding: try packed.bytes(PackedFolder.manifest), as: UTF8.self)
    let kinds = manifest.split(separator: "\n").suffix(3).map { $0.prefix(15) }
    try #require(kinds == [#"{"kind":"contai"#, #"{"kind":"shard""#, #"{"kind":"contai"#])
    let result = try Verified(packed.path)
    #expect(result.lines == [])
    #expect(result.tally.records == 9)
  }

  @Test func containerAboveTheLimitIsNotCompared() throws {
    try packContainer()
    try packed.folder.write(Self.lines[0], to: "pages/c.ndjson")
    var limits = IntakeLimits()
    (limits.fileBytes, limits.containerBytes) = (10, Self.lines[0].utf8.count - 1)
    let result = try Verified(packed.path, limits: limits)
    #expect(result.lines == [])
    #expect(result.tally.uncompared == 3)
    #expect(try Verified(packed.path).lines.count == 2)
  }

  @Test func pagesOfAContainerAreCompared() throws {
    try packContainer()
    #expect(try Verified(packed.path).tally.matched == 9)
    try packed.folder.write(
      Self.lines[0] + "\n" + Self.lines[2], to: "pages/c.ndjson")
    let result = try Verified(packed.path)
    try #require(result.lines.count == 2, "\(result.lines)")
    #expect(result.lines[0].contains("/c.ndjson, page 2, has another SHA-256 by now"))
    #expect(result.lines[1].contains("/c.ndjson, page 3, is not in it any more"))
    #expect(result.tally.compared == 9)
    #expect(result.tally.matched == 7)
  }

  // MARK: - Among other things

  @Test func foldersOfShardsInAnOutboxAreChecked() throws {
    try packed.flip(PackedFolder.shards[1], at: 40)
    try packed.folder.write(
      try ZstdFrame.made(of: "{"), to: "bad.json.zst")
    try packed.folder.makeFolder("other")
    let result = try Verified(packed.folder.path(""))
    #expect(result.tally.files == 3)
    #expect(result.lines.contains("bad.json.zst: frame at byte 0: no JSON"))
    #expect(result.lines.contains("other: a directory, no file"))
    #expect(
      result.lines.contains("packed/records-000002.jsonl.zst: another SHA-256 than in the manifest")
    )
  }

  @Test func recordsBesideShardsAreCheckedToo() throws {
    try packed.folder.write(try ZstdFrame.made(of: "{"), to: "packed/bad.json.zst")
    let result = try Verified(packed.path)
    #expect(result.tally.files == 3)
    #expect(result.lines == ["bad.json.zst: frame at byte 0: no JSON"])
  }

  @Test func manifestOfAnotherProgramIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}\n", to: "manifest.jsonl")
    #expect(try Verified(folder.path("")).lines == [])
  }
}
