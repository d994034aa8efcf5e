/// A line of JSON that holds a page: `id`, `url`, and `html` or `html_base64` with `charset`; other members are
/// passed over.
struct PageLine {
  /// The names of the members that hold a page.
  static let keys = ["html", "html_base64"]
  /// The most bytes of an address that is kept: servers take no longer ones.
  static let longestURL = 8192
  // Bytes of the name of an encoding, of which the longest have some 20.
  private static let longestCharset = 256
  // Bytes of an identifier: what a file name with its folders has.
  private static let longestID = 4096

  /// The page's identifier, if the line gives one.
  private(set) var id: String?
  /// The page's address, if the line gives one.
  private(set) var url: String?
  /// The encoding that the transport named, for a page that came as bytes.
  private(set) var charset: String?
  /// The page.
  private(set) var bytes: [UInt8] = []
  /// Whether the page came as text rather than as bytes.
  private(set) var isText = true

  /// Reads a line.
  init(_ line: [UInt8]) throws(PageLineError) {
    var scanner = JSONScanner(line)
    var hasPage = false
    guard scanner.beginObject() else { throw .syntax }
    while let key = try scanner.nextKey() {
      switch key {
      case "id": id = try Self.text(&scanner, limit: Self.longestID, takesNumber: true)
      case "url": url = try Self.text(&scanner, limit: Self.longestURL)
      case "charset": charset = try Self.text(&scanner, limit: Self.longestCharset)
      case "html":
        guard let text = try scanner.string() else {
          try scanner.passValue()
          continue
        }
        (bytes, isText, hasPage) = (text, true, true)
      case "html_base64":
        guard let text = try scanner.string() else {
          try scanner.passValue()
          continue
        }
        guard let decoded = Base64Bytes.decode(text[...]) else { throw .base64 }
        (bytes, isText, hasPage) = (decoded, false, true)
      default: try scanner.passValue()
      }
    }
    guard scanner.isAtEnd else { throw .syntax }
    guard hasPage else { throw .noPage }
  }

  /// A short text, or `nil` for a value of another kind and for one that is too long.
  private static func text(
    _ scanner: inout JSONScanner, limit: Int, takesNumber: Bool = false
  ) throws(PageLineError) -> String? {
    var text = try scanner.string()
    if text == nil {
      let value = try scanner.passValue()
      if takesNumber, let first = value.first, first == 0x2D || (0x30...0x39).contains(first) {
        text = Array(value)
      }
    }
    guard let text, !text.isEmpty, text.count <= limit else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
