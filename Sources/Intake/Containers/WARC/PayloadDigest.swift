import Crypto

/// A digest as WARC labels it: `sha1:` and 32 characters of base 32, or `sha256:` and 64 digits.
struct PayloadDigest {
  private enum Algorithm: String {
    case sha1
    case sha256
  }

  private let algorithm: Algorithm
  private let value: [UInt8]

  /// The digest of that label; `nil` when the algorithm or the form is not known.
  init?(_ label: String) {
    let parts = label.split(separator: ":", maxSplits: 1)
    guard parts.count == 2,
      let algorithm = Algorithm(rawValue: parts[0].lowercased().filter { $0 != "-" })
    else { return nil }
    let length = algorithm == .sha1 ? 20 : 32
    let text = Array(parts[1].utf8)
    let value = text.count == 2 * length ? Self.hexadecimal(text) : Self.base32(text)
    guard let value, value.count == length else { return nil }
    self.algorithm = algorithm
    self.value = value
  }

  /// Whether it is the digest of one of these.
  ///
  /// Writers disagree on whether the transfer coding is a part of the payload.
  func fits(_ candidates: [[UInt8]]) -> Bool {
    candidates.contains { digest(of: $0) == value }
  }

  private func digest(of bytes: [UInt8]) -> [UInt8] {
    switch algorithm {
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    }
  }

  private static func hexadecimal(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for pair in stride(from: 0, to: text.count - 1, by: 2) {
      let digits = String(decoding: text[pair...pair + 1], as: UTF8.self)
      guard let byte = UInt8(digits, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Base 32 of RFC 4648, section 6, in either case.
  private static func base32(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for character in text.prefix(while: { $0 != UInt8(ascii: "=") }) {
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bits = bits << 5 | Int(character - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): bits = bits << 5 | Int(character - 97)
      case UInt8(ascii: "2")...UInt8(ascii: "7"): bits = bits << 5 | Int(character - 24)
      default: return nil
      }
      count += 5
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      bits &= (1 << count) - 1
    }
    return bytes
  }
}
