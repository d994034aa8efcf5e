/// A role that a reference names and that is none.
struct ReferenceError: Error, Equatable {
  /// What the reference calls it.
  var role: String
}
