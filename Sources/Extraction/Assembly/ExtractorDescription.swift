/// What made a record: enough to make it again.
public struct ExtractorDescription: Sendable, Equatable {
  /// The program's name.
  public var name = "winnow"
  /// The program's version.
  public var version = WinnowVersion.current
  /// The scoring model: `rules` or the name of a fitted one.
  public var model = "rules"
  /// The options that differ from their defaults, by name.
  public var options: [String: String] = [:]

  /// This program, with default options.
  public init() {}
}
