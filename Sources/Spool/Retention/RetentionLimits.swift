/// How much of a folder of inputs is kept.
package struct RetentionLimits: Hashable, Sendable {
  /// For how long an input is kept, or `nil` for ever.
  package var maximumAge: Duration?
  /// The most bytes of inputs, or `nil` for no limit.
  package var maximumBytes: Int?
  /// The most inputs, or `nil` for no limit.
  package var maximumCount: Int?

  /// No limits.
  package init() {}

  /// Whether there is a limit.
  package var isSet: Bool { maximumAge != nil || maximumBytes != nil || maximumCount != nil }
}
