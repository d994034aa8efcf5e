/// Reads one message of the channel, and trusts nothing in it: a worker may have been taken over by a page.
package struct MessageReader {
  /// Bytes of the length that stands before a message.
  package static let lengthSize = 4

  private let bytes: [UInt8]
  private var next = 0

  /// A reader of the message in `bytes`, without the length before it.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The length that stands in the first four bytes.
  package static func length(in header: ArraySlice<UInt8>) -> Int {
    header.prefix(lengthSize).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The next integer.
  package mutating func integer() throws(ChannelError) -> Int {
    guard bytes.count - next >= 8 else { throw .malformed }
    var pattern: UInt64 = 0
    for index in 0..<8 { pattern |= UInt64(bytes[next + index]) << UInt64(8 * index) }
    next += 8
    return Int(Int64(bitPattern: pattern))
  }

  /// The next integer, of which 0 means `false` and 1 `true`.
  package mutating func flag() throws(ChannelError) -> Bool {
    switch try integer() {
    case 0: return false
    case 1: return true
    default: throw .malformed
    }
  }

  /// The next byte array.
  package mutating func array() throws(ChannelError) -> [UInt8] {
    let count = try integer()
    guard count >= 0, count <= bytes.count - next else { throw .malformed }
    defer { next += count }
    return Array(bytes[next..<next + count])
  }

  /// The next text.
  package mutating func text() throws(ChannelError) -> String {
    guard let text = String(validating: try array(), as: UTF8.self) else { throw .malformed }
    return text
  }

  /// The next text, which may be missing.
  package mutating func optionalText() throws(ChannelError) -> String? {
    try flag() ? try text() : nil
  }

  /// Sees that nothing is left.
  package func finish() throws(ChannelError) {
    guard next == bytes.count else { throw .malformed }
  }
}
