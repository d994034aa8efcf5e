/// How many documents came to an end.
struct Tally: Hashable, Sendable {
  /// Those that have a record of their page, whole or not.
  var done = 0
  /// Those whose record says why there is none.
  var failed = 0
}
