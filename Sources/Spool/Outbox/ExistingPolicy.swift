/// What becomes of a record whose name is that of another input's record already.
package enum ExistingPolicy: String, Sendable {
  /// It gets another name.
  case rename
  /// It takes the place of the other one.
  case replace
  /// It is not written.
  case skip
}
