public import Extraction

/// Encodes records, one after the other, in buffers that it keeps.
///
/// An encoder is confined to one thread at a time.
public struct RecordEncoder: ~Copyable {
  private var writer = JSONWriter()
  private var compressor: ZstdCompressor

  /// An encoder whose frames have the given zstd level.
  ///
  /// - Throws: ``RecordEncodingError`` when zstd cannot be set up.
  public init(level: Int = ZstdCompressor.defaultLevel) throws(RecordEncodingError) {
    compressor = try ZstdCompressor(level: level)
  }

  /// One line of JSON, with its line feed, in one zstd frame.
  ///
  /// - Throws: ``RecordEncodingError`` when zstd refuses.
  public mutating func encode(_ record: Record) throws(RecordEncodingError) -> EncodedRecord {
    writer.removeAll()
    record.write(to: &writer)
    writer.newline()
    let json = writer.bytes
    let frame = try compressor.compress(json.span)
    return EncodedRecord(frame: frame, jsonByteCount: json.count)
  }
}
