@testable import Extraction

/// The bytes that pairs of hexadecimal digits stand for.
func bytes(hex: String) -> [UInt8] {
  var result: [UInt8] = []
  var high: Int?
  for digit in hex.compactMap(\.hexDigitValue) {
    if let first = high {
      result.append(UInt8(first * 16 + digit))
      high = nil
    } else {
      high = digit
    }
  }
  return result
}

/// The text of bytes in an encoding, as UTF-8.
func transcoded(_ bytes: [UInt8], from encoding: CharacterEncoding) -> [UInt8] {
  var output: [UInt8] = []
  UTF8Transcoder().transcode(bytes.span, from: encoding, into: &output)
  return output
}

/// The text of bytes in an encoding.
func text(_ bytes: [UInt8], as encoding: CharacterEncoding) -> String {
  String(decoding: transcoded(bytes, from: encoding), as: UTF8.self)
}

/// A text's bytes in a single-byte encoding; only letters that the encoding has.
func encoded(_ text: String, as encoding: CharacterEncoding) throws -> [UInt8] {
  guard let decoder = SingleByteDecoder(encoding) else { return Array(text.utf8) }
  var table: [UInt32: UInt8] = [:]
  for byte in UInt8.min...UInt8.max { table[decoder.scalar(of: byte)] = byte }
  return text.unicodeScalars.compactMap { table[$0.value] }
}
