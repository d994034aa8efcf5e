import Testing

@testable import Packing

struct ManifestTests {
  private static let head = #"{"kind":"manifest","schema":"winnow.manifest/1","dictionary":null}"#

  private static func shard(_ number: Int) -> [String] {
    [
      #"{"kind":"record","source":"\#(number).html","page":null}"#,
      #"{"kind":"shard","name":"\#(ShardName.name(number))"}"#,
    ]
  }

  private static func file(_ lines: [String]) -> [UInt8] {
    Array(([head] + lines).map { $0 + "\n" }.joined().utf8)
  }

  @Test func shardsCountInTheirOrder() throws {
    let manifest = try #require(try Manifest.parse(Self.file(Self.shard(1) + Self.shard(2))))
    #expect(manifest.lastShard == 2)
    #expect(manifest.sources == [PackedSource("1.html"), PackedSource("2.html")])
  }

  // The last one has no number after it.
  @Test(arguments: [0, 1, 3, 7, Int.max])
  func shardOutOfItsOrderCountsForNothing(number: Int) throws {
    let file = Self.file(Self.shard(1) + Self.shard(number) + Self.shard(2))
    let manifest = try #require(try Manifest.parse(file))
    #expect(manifest.lastShard == 1)
    #expect(manifest.sources == [PackedSource("1.html")])
    #expect(manifest.validByteCount == Self.file(Self.shard(1)).count)
  }
}
