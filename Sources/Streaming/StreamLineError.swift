public import Extraction

/// A line that gives no page.
public struct StreamLineError: Error, Sendable, Equatable {
  /// Which line, counted from one.
  public var line: Int
  /// The name for the record: what the line says, else `line-N`.
  public var id: String
  /// Why there is no page: `corrupt` or `tooLarge`.
  public var reason: FailureReason
  /// What is wrong, for people.
  public var detail: String

  init(_ line: StreamLine, _ reason: FailureReason, _ detail: String, id: String? = nil) {
    self.line = line.number
    self.id = id ?? Self.name(of: line)
    self.reason = reason
    self.detail = detail
  }

  static func name(of line: StreamLine) -> String { "line-\(line.number)" }
}
