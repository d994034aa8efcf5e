/// The attributes of one element, copied out of the parser into one reused buffer.
struct AttributeList {
  private var bytes: [UInt8] = []
  private var starts = [UInt32](repeating: 0, count: AttributeName.allCases.count)
  private var ends = [UInt32](repeating: 0, count: AttributeName.allCases.count)
  private var present: UInt32 = 0

  /// Whether there is none.
  var isEmpty: Bool { present == 0 }

  /// Forgets all attributes and keeps the buffer.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    present = 0
  }

  /// Adds an attribute; of two of one name the first counts.
  mutating func add(_ name: AttributeName, value: Span<UInt8>) {
    let index = Int(name.rawValue)
    guard present & (1 << UInt32(index)) == 0 else { return }
    present |= 1 << UInt32(index)
    starts[index] = UInt32(bytes.count)
    bytes.append(copying: value)
    ends[index] = UInt32(bytes.count)
  }

  /// Whether the element has the attribute.
  func has(_ name: AttributeName) -> Bool { present & (1 << UInt32(name.rawValue)) != 0 }

  /// The range of an attribute's value in ``buffer``, or `nil` when the element does not have it.
  func range(of name: AttributeName) -> Range<Int>? {
    guard has(name) else { return nil }
    return Int(starts[Int(name.rawValue)])..<Int(ends[Int(name.rawValue)])
  }

  /// The values, one after another.
  var buffer: [UInt8] { bytes }

  /// An attribute's value.
  func string(_ name: AttributeName) -> String? {
    range(of: name).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
