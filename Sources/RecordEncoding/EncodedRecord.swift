/// A record as it is stored: one line of JSON in one zstd frame.
public struct EncodedRecord: Sendable, Equatable {
  /// The zstd frame, with content size and checksum.
  public var frame: [UInt8]
  /// The length of the JSON line in bytes, its line feed included.
  public var jsonByteCount: Int

  /// An encoded record with both fields.
  public init(frame: [UInt8], jsonByteCount: Int) {
    self.frame = frame
    self.jsonByteCount = jsonByteCount
  }
}
