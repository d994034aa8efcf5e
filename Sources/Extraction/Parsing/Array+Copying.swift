extension [UInt8] {
  /// Appends a copy of the bytes.
  ///
  /// Inlinable, since records are written through it in another module, in runs of a few bytes.
  @inlinable
  package mutating func append(copying bytes: Span<UInt8>) {
    append(addingCapacity: bytes.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
          unsafe target.initialize(from: source, count: bytes.count)
          count = bytes.count
        }
      }
    }
  }
}
