import Crypto

/// The SHA-256 of a file as it was stored (FIPS 180-4).
package enum SourceDigest {
  /// The digest in 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return hexadecimal(hash.finalize())
  }

  /// A digest in lower-case hexadecimal digits.
  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    for byte in digest {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
