package import Logging
import RecordEncoding

/// What is told in one line of the log.
package struct LogEntry: Sendable {
  /// The value of a field.
  package enum Value: Hashable, Sendable {
    case number(Int)
    case text(String)
  }

  /// Nanoseconds since 1970.
  package var time: Int64
  /// How bad it is.
  package var level: Logger.Level
  /// The name of the logger.
  package var label: String
  /// The module that tells it.
  package var source: String
  /// What happened; the same words each time it happens.
  package var message: String
  /// What it happened to, in the order of `LogEntry.order`.
  package var fields: [(key: String, value: Value)]

  /// An entry with the fields that metadata holds.
  package init(
    time: Int64, level: Logger.Level, label: String, source: String, message: String,
    metadata: Logger.Metadata
  ) {
    self.time = time
    self.level = level
    self.label = label
    self.source = source
    self.message = message
    fields = metadata.map { key, value in (key, Value(value)) }
      .sorted { (Self.place(of: $0.key), $0.key) < (Self.place(of: $1.key), $1.key) }
  }

  /// The entry as a line, without a line feed in it or behind it.
  package func line(_ format: LogFormat) -> String {
    switch format {
    case .text: "\(WallClock.text(time)) \(level) \(label): [\(source)] \(text)"
    case .journal: "<\(level.priority)>\(text)"
    case .json: json
    }
  }

  /// The message and the fields, in which nothing can end the line or pass for another field.
  private var text: String {
    let rest = fields.map { " \($0.key)=\(Self.text(of: $0.value, for: $0.key))" }.joined()
    return Self.escaped(message) + rest
  }

  private var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    for (key, value) in [
      ("time", WallClock.text(time)), ("level", level.rawValue), ("logger", label),
      ("source", source), ("message", message),
    ] {
      writer.key(key)
      writer.string(value)
    }
    for (key, value) in fields {
      writer.key(key)
      switch value {
      case .number(let number): writer.integer(number)
      case .text(let text): writer.string(text)
      }
    }
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func text(of value: Value, for key: String) -> String {
    switch value {
    case .number(let number): return String(number)
    case .text(let text):
      let isWord = !text.isEmpty && text.utf8.allSatisfy { words.contains($0) }
      if isWord, !names.contains(key) { return text }
      let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped(quoted))\""
    }
  }

  /// A text whose control characters are percent-escaped, as those of names are.
  private static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { NameEscaping.isHarmfulInText($0) }) else {
      return text
    }
    return text.unicodeScalars.map { scalar in
      NameEscaping.isHarmfulInText(scalar)
        ? NameEscaping.escape(Array(String(scalar).utf8)) : String(scalar)
    }.joined()
  }

  /// The fields in the order in which people look for them; others follow by name.
  private static let order = [
    "id", "status", "name", "bytes", "out", "ms", "reason", "attempt", "sha256", "record", "why",
  ]
  // Their values are quoted even when they are plain words, so that a search finds them.
  private static let names: Set = ["id", "name", "record"]
  private static let words = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-".utf8)

  private static func place(of key: String) -> Int {
    order.firstIndex(of: key) ?? order.count
  }
}

extension LogEntry.Value {
  /// The value of a piece of metadata.
  fileprivate init(_ value: Logger.MetadataValue) {
    if case .stringConvertible(let convertible) = value, let number = convertible as? Int {
      self = .number(number)
    } else {
      self = .text("\(value)")
    }
  }
}

extension Logger.Level {
  /// The priority of syslog(3).
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
