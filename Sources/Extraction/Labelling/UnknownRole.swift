/// A name that no role has.
public struct UnknownRole: Error, Sendable, Equatable {
  /// The name.
  public let name: String
}
