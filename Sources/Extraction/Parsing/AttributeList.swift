/// The attributes of one element, whose values stand in the page.
///
/// It is lent for one call of ``BlockTreeBuilder/startElement(_:nameHash:attributes:)``, during which the page and the list of
/// its attributes stay where they are; nobody keeps it.
@safe
struct AttributeList {
  private let page: UnsafePointer<UInt8>?
  private let attributes: UnsafeBufferPointer<TagAttribute>
  /// A bit for each name; elements have few attributes, which are looked through for one that is there.
  private let present: UInt32

  /// A list without attributes.
  init() {
    unsafe page = nil
    unsafe attributes = UnsafeBufferPointer(start: nil, count: 0)
    present = 0
  }

  /// The attributes of an element of that page; of two of one name the first counts.
  init(_ attributes: UnsafeBufferPointer<TagAttribute>, page: UnsafePointer<UInt8>?) {
    unsafe self.page = unsafe page
    unsafe self.attributes = unsafe attributes
    var present: UInt32 = 0
    for index in 0..<attributes.count {
      present |= 1 << UInt32(unsafe attributes[index].name.rawValue)
    }
    self.present = present
  }

  /// Whether there is none.
  var isEmpty: Bool { present == 0 }

  /// Whether the element has the attribute.
  @inline(__always)
  func has(_ name: AttributeName) -> Bool { present & (1 << UInt32(name.rawValue)) != 0 }

  /// Calls `body` with an attribute's value, its references decoded; `nil` without such an attribute.
  func withValue<Result>(_ name: AttributeName, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard has(name), let page = unsafe page,
      let attribute = unsafe attributes.first(where: { $0.name == name })
    else { return nil }
    let value = unsafe Span(
      _unsafeStart: page + Int(attribute.start), count: Int(attribute.end - attribute.start))
    let mark = ByteSearch.firstIndex(of: ASCII.ampersand, in: value, from: 0)
    guard mark < value.count else { return body(value) }
    return body(CharacterReference.decoded(value).span)
  }

  /// An attribute's value.
  func string(_ name: AttributeName) -> String? { withValue(name) { String(copying: $0) } }
}
