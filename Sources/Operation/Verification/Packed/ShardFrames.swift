import Packing

/// The frames of a shard as its lines in the manifest tell of them.
struct ShardFrames {
  /// A frame with its records, in their order.
  struct Frame {
    var offset: Int
    var byteCount: Int
    var places: [ManifestStatement.Place]
  }

  /// The frames, in the order of their first records.
  private(set) var frames: [Frame] = []

  /// The frames of the records of a shard.
  init(_ places: [ManifestStatement.Place]) {
    for place in places {
      let last = frames.indices.last
      if let last, frames[last].offset == place.frameOffset,
        frames[last].byteCount == place.frameBytes
      {
        frames[last].places.append(place)
      } else {
        frames.append(
          Frame(offset: place.frameOffset, byteCount: place.frameBytes, places: [place]))
      }
    }
  }

  /// The frames at the beginning of a shard of that size whose ranges can be, and what is wrong with the next.
  ///
  /// Frames follow each other without a gap, and the seek table follows them.
  func whole(shardByteCount: Int) -> (frames: ArraySlice<Frame>, fault: String?) {
    var end = 0
    for (index, frame) in frames.enumerated() {
      guard frame.offset == end else {
        return (
          frames[..<index], "the manifest has a frame at byte \(frame.offset) instead of \(end)"
        )
      }
      let (sum, overflow) = end.addingReportingOverflow(frame.byteCount)
      guard !overflow, sum <= shardByteCount else {
        return (
          frames[..<index],
          "the manifest has a frame at byte \(frame.offset) that ends beyond the file"
        )
      }
      end = sum
    }
    return (frames[...], nil)
  }
}
