/// A time in which nothing is taken from the inbox.
struct Pause: Hashable, Sendable {
  /// Why.
  var cause: PauseCause
  /// How long the next wait is.
  var delay: Duration
  /// When the next try is due, or `nil` while one is under way.
  var retryAt: Duration?
}
