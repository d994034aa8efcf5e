/// The values of some things, be they blocks or elements: value after value, one number a thing.
struct FeatureValues {
  /// How many things there are.
  private(set) var count = 0
  private var values: [Float] = []

  /// Writes the values of one thing to their places.
  @safe
  struct Sink: FeatureSink {
    private var place: UnsafeMutablePointer<Float>
    private let stride: Int

    init(_ place: UnsafeMutablePointer<Float>, stride: Int) {
      unsafe self.place = unsafe place
      self.stride = stride
    }

    @inline(__always)
    mutating func add(_ name: @autoclosure () -> String, _ value: @autoclosure () -> Float) {
      // The table has room for every value of every thing.
      unsafe place.pointee = value()
      unsafe place += stride
    }
  }

  /// Fills the table: `write` gives the values of each thing to a sink.
  ///
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - valueCount: How many values each has.
  ///   - write: Called with the number of each thing; adds `valueCount` values.
  @inline(__always)
  mutating func fill(count: Int, valueCount: Int, _ write: (Int, inout Sink) -> Void) {
    self.count = count
    values.grow(toCount: count * valueCount)
    unsafe values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      for thing in 0..<count {
        var sink = unsafe Sink(base + thing, stride: count)
        write(thing, &sink)
      }
    }
  }

  /// One value of one thing.
  subscript(value: Int, thing: Int) -> Float { values[value * count + thing] }

  /// Calls `body` with one value of all things.
  @inline(__always)
  func withValues(_ value: Int, _ body: (UnsafePointer<Float>) -> Void) {
    precondition((value + 1) * count <= values.count, "the table has that value")
    unsafe values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      unsafe body(base + value * count)
    }
  }

  /// The sum of one value over some of the things.
  func sum(_ value: Int, over things: Range<Int>) -> Float {
    precondition(things.lowerBound >= 0 && things.upperBound <= count, "things of the table")
    var sum: Float = 0
    unsafe withValues(value) { values in
      // Eight sums at a time; their order is the same on every processor.
      var lanes = SIMD8<Float>.zero
      var thing = things.lowerBound
      while thing + 8 <= things.upperBound {
        lanes += unsafe UnsafeRawPointer(values + thing).loadUnaligned(as: SIMD8<Float>.self)
        thing += 8
      }
      sum = lanes.sum()
      while thing < things.upperBound {
        sum += unsafe values[thing]
        thing += 1
      }
    }
    return sum
  }
}
