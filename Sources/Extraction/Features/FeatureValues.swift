/// Writes the values of features to memory, row after row.
@safe
struct FeatureValues: FeatureSink {
  private let values: UnsafeMutableBufferPointer<Float>
  private var count = 0

  /// Writes to that memory, which must hold all that is written.
  init(_ values: UnsafeMutableBufferPointer<Float>) { unsafe self.values = unsafe values }

  @inline(__always)
  mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float) {
    // The table gives memory for every column of every row, so that the index is never past it.
    unsafe values[count] = value()
    count += 1
  }

  /// Ends a row of so many columns with what the row before has in those that are left.
  @inline(__always)
  mutating func repeatRest(ofRow width: Int) {
    let end = (count + width - 1) / width * width
    while count < end {
      unsafe values[count] = values[count - width]
      count += 1
    }
  }
}
