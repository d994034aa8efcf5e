extension Duration {
  /// The whole nanoseconds in it.
  var wholeNanoseconds: Int {
    Int(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
  }
}
