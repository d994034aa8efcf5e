/// The fields of a header as WARC, HTTP and MIME write them: `Name: value`, a line each.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []

  /// The fields in these lines; a line that begins with white space goes on with the one before.
  init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + Self.trimmed(text[...])
      } else if let colon = text.firstIndex(of: ":") {
        fields.append(
          (
            Self.trimmed(text[..<colon]).lowercased(),
            Self.trimmed(text[text.index(after: colon)...])
          )
        )
      }
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { fields.isEmpty }

  /// The value of the first field of that name, which is given in lower case.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// The parts of a value that are separated by commas, in lower case.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }
      .map { Self.trimmed($0).lowercased() }.filter { !$0.isEmpty }
  }

  /// The media type in a value, in lower case and without parameters.
  func mediaType(_ name: String = "content-type") -> String? {
    self[name].map { Self.trimmed($0.prefix { $0 != ";" && $0 != "," }).lowercased() }
  }

  /// A parameter of a value: `utf-8` for `charset` in `text/html; charset="utf-8"`.
  func parameter(_ parameter: String, of name: String = "content-type") -> String? {
    for part in (self[name] ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == parameter else { continue }
      let value = Self.trimmed(pair[1]).filter { $0 != "\"" && $0 != "'" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// The lines of a header, up to the empty one, and where what follows begins.
  ///
  /// - Returns: `nil` when there is no empty line.
  static func split(
    _ bytes: ArraySlice<UInt8>
  ) -> (lines: [ArraySlice<UInt8>], end: Int)? {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while let feed = bytes[start...].firstIndex(of: 0x0A) {
      var line = bytes[start..<feed]
      if line.last == 0x0D { line = line.dropLast() }
      start = feed + 1
      if line.isEmpty { return (lines, start) }
      lines.append(line)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  private static func trimmed(_ text: String) -> String { trimmed(text[...]) }
}
