import Extraction
import RecordEncoding
import TextCoding

/// A line of a manifest, as far as it is read again.
enum ManifestLine: Equatable {
  /// The first line; `dictionary` is the digest of the dictionary, if there is one.
  case head(dictionary: String?)
  /// A record made of that source.
  case record(source: PackedSource)
  /// The container of that name was read to its end, and all its records stand in the lines before.
  case container(name: String)
  /// The shard of that number is whole and has so many bytes, if the line tells.
  case shard(number: Int, byteCount: Int?)

  /// Reads a line; `nil` when it is none of a manifest's.
  static func parse(_ line: [UInt8]) -> ManifestLine? {
    guard let members = members(line) else { return nil }
    switch members["kind"] {
    case "manifest" where members["schema"] == Manifest.schema:
      return .head(dictionary: members["dictionary"])
    case "record":
      return members["source"].map {
        .record(source: PackedSource($0, page: members["page"].flatMap { Int($0) }))
      }
    case "container": return members["source"].map { .container(name: $0) }
    case "shard":
      return members["name"].flatMap(ShardName.number).map { number in
        .shard(number: number, byteCount: members["bytes"].flatMap { Int($0) })
      }
    default: return nil
    }
  }

  /// The members of a line that are texts or numbers; `nil` when it is no object.
  static func members(_ line: [UInt8]) -> [String: String]? {
    var members: [String: String] = [:]
    do throws(JSONSyntaxError) {
      var reader = JSONObjectReader(line)
      while let name = try reader.nextName() { members[name] = try reader.value().text }
      return members
    } catch {
      return nil
    }
  }

  /// Writes the first line of a manifest.
  static func writeHead(dictionary: String?, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("kind")
    writer.string("manifest")
    writer.key("schema")
    writer.string(Manifest.schema)
    writer.key("version")
    writer.string(WinnowVersion.current)
    writer.key("dictionary")
    writer.string(dictionary)
    writer.endObject()
    writer.newline()
  }

  /// Writes the line of a container that was read to its end.
  static func writeContainer(_ name: String, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("kind")
    writer.string("container")
    writer.key("source")
    writer.string(name)
    writer.endObject()
    writer.newline()
  }

  /// Writes the lines of a shard: its records, the containers that end in it, then itself.
  static func write(_ shard: ShardDescription, to writer: inout JSONWriter) {
    for entry in shard.entries { write(entry, of: shard, to: &writer) }
    for container in shard.containers { writeContainer(container, to: &writer) }
    writer.beginObject()
    writer.key("kind")
    writer.string("shard")
    writer.key("name")
    writer.string(shard.name)
    writer.key("bytes")
    writer.integer(shard.byteCount)
    writer.key("sha256")
    writer.string(shard.sha256)
    writer.key("contentBytes")
    writer.integer(shard.frames.reduce(0) { $0 + $1.contentByteCount })
    writer.key("records")
    writer.integer(shard.entries.count)
    writer.key("failed")
    writer.integer(shard.entries.count { $0.record.status == RecordStatus.failed.rawValue })
    writer.key("frames")
    writer.integer(shard.frames.count)
    writer.endObject()
    writer.newline()
  }

  private static func write(
    _ entry: ShardEntry, of shard: ShardDescription, to writer: inout JSONWriter
  ) {
    let frame = shard.frames[entry.frame]
    writer.beginObject()
    writer.key("kind")
    writer.string("record")
    writer.key("source")
    writer.string(entry.record.source.name)
    writer.key("page")
    if let page = entry.record.source.page { writer.integer(page) } else { writer.null() }
    writer.key("id")
    writer.string(entry.record.id)
    writer.key("status")
    writer.string(entry.record.status)
    writer.key("sha256")
    writer.string(entry.record.sha256.isEmpty ? nil : entry.record.sha256)
    writer.key("shard")
    writer.string(shard.name)
    writer.key("frameOffset")
    writer.integer(frame.offset)
    writer.key("frameBytes")
    writer.integer(frame.byteCount)
    writer.key("offset")
    writer.integer(entry.offset)
    writer.key("bytes")
    writer.integer(entry.byteCount)
    writer.endObject()
    writer.newline()
  }
}
