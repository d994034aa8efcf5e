/// Writes one message of the channel between the daemon and a worker.
///
/// A message is its length in 4 bytes and that many bytes; integers are 8 bytes, lowest first, and texts
/// and byte arrays have their length before them.
package struct MessageWriter {
  private(set) var bytes: [UInt8] = [0, 0, 0, 0]

  /// A message with nothing in it.
  package init() {}

  /// Appends an integer.
  package mutating func integer(_ value: Int) {
    let pattern = UInt64(bitPattern: Int64(value))
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: pattern >> shift))
    }
  }

  /// Appends bytes.
  package mutating func array(_ value: [UInt8]) {
    integer(value.count)
    bytes += value
  }

  /// Appends a text.
  package mutating func text(_ value: String) {
    array(Array(value.utf8))
  }

  /// Appends a text that may be missing.
  package mutating func text(_ value: String?) {
    integer(value == nil ? 0 : 1)
    if let value { text(value) }
  }

  /// The message with its length in front.
  package consuming func finish() -> [UInt8] {
    let length = UInt32(bytes.count - MessageReader.lengthSize)
    for index in 0..<MessageReader.lengthSize {
      bytes[index] = UInt8(truncatingIfNeeded: length >> UInt32(8 * index))
    }
    return bytes
  }
}
