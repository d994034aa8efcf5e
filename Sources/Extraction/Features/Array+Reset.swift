extension Array where Element: ExpressibleByIntegerLiteral {
  /// Makes the array `count` zeros, in the memory it has.
  mutating func reset(count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(0, count: count))
  }
}
