import DurableFiles
import Intake
import Packing
import Spool
import SystemPackage

/// Checks a shard against its lines in the manifest.
///
/// One frame is held at a time.
struct ShardVerification: ~Copyable {
  /// The folder of the shard.
  let folder: any Directory
  /// The line of the shard.
  let shard: ManifestStatement.Shard
  /// The lines of its records.
  let places: [ManifestStatement.Place]

  /// Checks the file, and what is in it unless its dictionary is not at hand.
  ///
  /// - Parameters:
  ///   - decoder: Decompresses its frames.
  ///   - decodes: Whether it can.
  ///   - tell: Takes each fault.
  ///   - take: Takes each record of the right shape.
  func check(
    _ decoder: borrowing FrameDecoder, decodes: Bool, tell: (String) -> Void,
    take: (VerifiedRecord, ManifestStatement.Place) -> Void
  ) {
    do throws(Errno) {
      let file = try folder.openFile(FileName(shard.name))
      let status = try file.status()
      guard status.kind == .regular else {
        return tell("a \(status.kind.rawValue), no file")
      }
      let descriptor = FileDescriptor(rawValue: file.rawValue)
      checkFile(
        size: Int(status.stamp.size), sha256: try SourceDigest.hexadecimal(of: descriptor), tell)
      let frames = ShardFrames(places)
      checkCounts(frames, tell)
      let (whole, fault) = frames.whole(shardByteCount: Int(status.stamp.size))
      if let fault { tell(fault) }
      guard decodes else { return }
      try checkContent(whole, isAll: fault == nil, descriptor, decoder, tell, take)
    } catch .noSuchFileOrDirectory {
      tell("is in the manifest and not in the folder")
    } catch {
      tell("\(error)")
    }
  }

  private func checkFile(size: Int, sha256: String, _ tell: (String) -> Void) {
    if size != shard.bytes {
      tell("\(size) bytes, and \(shard.bytes) in the manifest")
    } else if sha256 != shard.sha256 {
      tell("another SHA-256 than in the manifest")
    }
  }

  private func checkCounts(_ frames: ShardFrames, _ tell: (String) -> Void) {
    let failed = places.count { $0.status == "failed" }
    for (name, number, said) in [
      ("records", places.count, shard.records), ("failed records", failed, shard.failed),
      ("frames", frames.frames.count, shard.frames),
    ] where number != said {
      tell("the manifest has lines of \(number) \(name), and says that there are \(said)")
    }
  }

  private func checkContent(
    _ frames: ArraySlice<ShardFrames.Frame>, isAll: Bool, _ file: FileDescriptor,
    _ decoder: borrowing FrameDecoder, _ tell: (String) -> Void,
    _ take: (VerifiedRecord, ManifestStatement.Place) -> Void
  ) throws(Errno) {
    var ranges: [FrameRange] = []
    var isRead = isAll
    for frame in frames {
      let bytes = try Self.read(frame.byteCount, at: frame.offset, of: file)
      do throws(ZstdFrame.Fault) {
        let content = try decoder.content(of: bytes[...], at: frame.offset)
        ranges.append(
          FrameRange(
            offset: frame.offset, byteCount: frame.byteCount, contentByteCount: content.count,
            recordCount: frame.places.count))
        check(content, of: frame, tell, take)
      } catch {
        isRead = false
        tell(error.text)
      }
    }
    // Without the sizes of all contents neither the sum nor the table can be told.
    guard isRead else { return }
    let contentBytes = ranges.reduce(0) { $0 + $1.contentByteCount }
    if contentBytes != shard.contentBytes {
      tell("\(contentBytes) bytes of JSON, and \(shard.contentBytes) in the manifest")
    }
    let table = SeekTable.encode(ranges)
    let end = ranges.last.map { $0.offset + $0.byteCount } ?? 0
    if try Self.read(table.count + 1, at: end, of: file) != table {
      tell("the seek table is not that of its frames")
    }
  }

  /// Checks that a frame holds the lines that the manifest tells of, and nothing else.
  private func check(
    _ content: [UInt8], of frame: ShardFrames.Frame, _ tell: (String) -> Void,
    _ take: (VerifiedRecord, ManifestStatement.Place) -> Void
  ) {
    var end = 0
    for place in frame.places {
      let (next, overflow) = end.addingReportingOverflow(place.bytes)
      guard place.offset == end, place.bytes > 0, !overflow, next <= content.count,
        content[next - 1] == UInt8(ascii: "\n"),
        !content[end..<next - 1].contains(UInt8(ascii: "\n"))
      else {
        return tell(
          "frame at byte \(frame.offset): no line at byte \(place.offset) as the manifest says of \(place.id)"
        )
      }
      if let record = check(content[end..<next - 1], place, in: frame, tell) { take(record, place) }
      end = next
    }
    if end != content.count {
      tell(
        "frame at byte \(frame.offset): \(content.count - end) bytes of which the manifest tells nothing"
      )
    }
  }

  private func check(
    _ line: ArraySlice<UInt8>, _ place: ManifestStatement.Place, in frame: ShardFrames.Frame,
    _ tell: (String) -> Void
  ) -> VerifiedRecord? {
    let (record, faults) = VerifiedRecord.read(line)
    for fault in faults { tell("frame at byte \(frame.offset): \(place.id): \(fault)") }
    guard let record else { return nil }
    let input = place.source.name
    let isNamed =
      !InputPlaces.tellsPath(input) || InputPlaces.name(input, in: record.source) != nil
    for (what, isSame) in [
      ("id", record.id == place.id), ("status", record.status == place.status),
      ("sha256", record.sha256 == place.sha256), ("source", isNamed),
    ] where !isSame {
      tell("frame at byte \(frame.offset): \(record.id) has another \(what) in the manifest")
    }
    return record
  }

  /// At most that many bytes of a file.
  private static func read(
    _ count: Int, at offset: Int, of file: FileDescriptor
  ) throws(Errno) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var length = 0
    do {
      while length < count {
        let read = try unsafe bytes.withUnsafeMutableBytes { buffer in
          try unsafe file.read(
            fromAbsoluteOffset: Int64(offset + length),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[length...]))
        }
        guard read > 0 else { break }
        length += read
      }
    } catch {
      throw error as? Errno ?? .ioError
    }
    bytes.removeLast(count - length)
    return bytes
  }
}
