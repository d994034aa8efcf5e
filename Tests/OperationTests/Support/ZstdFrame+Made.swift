import Operation
import RecordEncoding

extension ZstdFrame {
  /// A frame of text, as the daemon makes frames.
  static func made(of text: String) throws -> [UInt8] {
    let bytes = Array(text.utf8)
    var compressor = try ZstdCompressor(level: 3)
    return try compressor.compress(bytes.span)
  }
}
