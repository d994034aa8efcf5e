extension Settings {
  /// All settings as a configuration file, with the origin of each value behind it.
  ///
  /// What has no value stands in a comment, so that the listing can be read as a file again.
  package var listing: String {
    var lines: [String] = []
    for setting in Setting.all {
      let entry = self[setting.name]
      let key = setting.name.key
      if let value = entry.value {
        lines.append("\(key): \(Self.scalar(value))  # \(entry.origin.text)")
      } else {
        let words = setting.absence.isEmpty ? "not set" : setting.absence
        lines.append("# \(key): \(words)  # \(entry.origin.text)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A value in YAML.
  static func scalar(_ value: SettingValue) -> String {
    guard case .text(let text) = value else { return value.text }
    let isPlain = text.utf8.allSatisfy { plain.contains($0) } && !text.hasPrefix("-")
    let isWord = !["", "true", "false", "yes", "no", "on", "off", "null"].contains(
      text.lowercased())
    return isPlain && isWord && Double(text) == nil ? text : quoted(text)
  }

  /// A text in double quotes, in which YAML has escapes for everything.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // Bytes of words and paths that YAML takes without quotes wherever they stand.
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-,".utf8)
}
