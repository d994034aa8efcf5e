/// The attributes of one element, whose values stand in the page.
///
/// It is valid while the page is, and filled anew for each element: of more than 250 bytes, it is lent and never copied.
@safe
struct AttributeList: ~Copyable {
  private static let slotCount = 32

  /// Where each value begins and ends; the slot is the name's number.
  private var starts = InlineArray<32, UInt32>(repeating: 0)
  private var ends = InlineArray<32, UInt32>(repeating: 0)
  private var present: UInt32 = 0
  private var page: UnsafePointer<UInt8>?

  /// A list without attributes.
  init() { unsafe page = nil }

  /// A list without attributes for the tags of that page.
  init(page: UnsafePointer<UInt8>?) { unsafe self.page = unsafe page }

  /// Whether there is none.
  var isEmpty: Bool { present == 0 }

  /// Forgets all attributes.
  mutating func removeAll() { present = 0 }

  /// Adds an attribute; of two of one name the first counts.
  mutating func add(_ attribute: TagAttribute) {
    let slot = Int(attribute.name.rawValue)
    guard present & (1 << UInt32(slot)) == 0 else { return }
    present |= 1 << UInt32(slot)
    starts[slot] = attribute.start
    ends[slot] = attribute.end
  }

  /// Whether the element has the attribute.
  @inline(__always)
  func has(_ name: AttributeName) -> Bool { present & (1 << UInt32(name.rawValue)) != 0 }

  /// Calls `body` with an attribute's value, its references decoded; `nil` without such an attribute.
  func withValue<Result>(_ name: AttributeName, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard has(name), let page = unsafe page else { return nil }
    let slot = Int(name.rawValue)
    let value = unsafe Span(
      _unsafeStart: page + Int(starts[slot]), count: Int(ends[slot] - starts[slot]))
    let mark = ByteSearch.firstIndex(of: ASCII.ampersand, in: value, from: 0)
    guard mark < value.count else { return body(value) }
    return body(CharacterReference.decoded(value).span)
  }

  /// An attribute's value.
  func string(_ name: AttributeName) -> String? { withValue(name) { String(copying: $0) } }
}
