/// An element that is open where the reducer stands.
struct OpenElement {
  /// The hash of its name.
  var hash: UInt64
  /// What element it is.
  var element: ElementName
  /// The number of start tags shown before its own.
  var tag: UInt32
}
