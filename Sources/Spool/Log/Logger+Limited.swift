package import Logging

extension Logger {
  /// The key of metadata by which a line says that it may come again and again; it is not written.
  package static let repetitionKey = "repetition"

  /// Logs trouble that may come again and again; what is like it in message and `kind` is then only counted
  /// for a while.
  func limited(
    _ level: Logger.Level, _ message: Logger.Message, kind: String = "",
    _ metadata: Logger.Metadata = [:]
  ) {
    var metadata = metadata
    metadata[Self.repetitionKey] = "\(message) \(kind)"
    log(level: level, message, metadata: metadata)
  }
}
