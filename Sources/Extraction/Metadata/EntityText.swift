/// Decodes the character references that are left in attribute values and in JSON-LD.
///
/// The parser has decoded attributes once; what is still there was encoded twice. Only references that
/// occur in such places are known: all numeric ones and the names below.
enum EntityText {
  /// Named references, sorted by name.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&",
    "apos": "'",
    "copy": "\u{A9}",
    "gt": ">",
    "hellip": "\u{2026}",
    "laquo": "\u{AB}",
    "ldquo": "\u{201C}",
    "lsquo": "\u{2018}",
    "lt": "<",
    "mdash": "\u{2014}",
    "middot": "\u{B7}",
    "nbsp": " ",
    "ndash": "\u{2013}",
    "quot": "\"",
    "raquo": "\u{BB}",
    "rdquo": "\u{201D}",
    "reg": "\u{AE}",
    "rsquo": "\u{2019}",
    "trade": "\u{2122}",
  ]

  /// The longest reference read, in characters between `&` and `;`.
  private static let nameLimit = 8

  /// The text with its references decoded; what is no known reference stays.
  static func decoded(_ text: String) -> String {
    let bytes = text.utf8.span
    guard ByteSearch.firstIndex(of: ASCII.ampersand, in: bytes, from: 0) < bytes.count else {
      return text
    }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let after = rest.index(after: start)
      let name = rest[after...].prefix(nameLimit + 1).prefix { $0 != ";" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let scalar = scalar(named: name)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result.append("&")
        rest = rest[after...]
      }
    }
    return result + rest
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    guard name.first == "#" else { return names[String(name)] }
    let digits = name.dropFirst()
    if digits.first == "x" || digits.first == "X" {
      return UInt32(digits.dropFirst(), radix: 16).flatMap(Unicode.Scalar.init)
    }
    return UInt32(digits).flatMap(Unicode.Scalar.init)
  }
}
