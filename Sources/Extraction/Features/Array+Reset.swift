extension Array where Element: ExpressibleByIntegerLiteral {
  /// Makes the array `count` zeros, in the memory it has.
  mutating func reset(count: Int) {
    if self.count > count { removeLast(self.count - count) }
    // What is there is set in one go, which appending is not.
    unsafe withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
    grow(toCount: count)
  }

  /// Makes the array no shorter than `count`; what is in it stays.
  mutating func grow(toCount count: Int) {
    guard self.count < count else { return }
    append(contentsOf: repeatElement(0, count: count - self.count))
  }
}
