extension Array where Element == UInt8 {
  /// Appends bytes in one copy.
  mutating func append(copying run: Span<UInt8>) {
    append(addingCapacity: run.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        unsafe run.withUnsafeBufferPointer { run in
          guard let target = buffer.baseAddress, let source = run.baseAddress else { return }
          unsafe target.initialize(from: source, count: run.count)
          count = run.count
        }
      }
    }
  }
}
