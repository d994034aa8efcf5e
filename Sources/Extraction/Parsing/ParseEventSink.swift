internal import CLibXML2

/// The user data of libxml2's callbacks: turns C events into calls of the builder.
///
/// A class, because a C callback needs an address that stays. It lives as long as its ``PageParser``.
@safe
final class ParseEventSink {
  /// The builder of the page being parsed.
  var builder = BlockTreeBuilder()
  /// The parser's context, to stop it when a limit was reached.
  var context: htmlParserCtxtPtr?

  private var attributes = AttributeList()
  private var elementNames = InternedNames()
  private var attributeNames = InternedNames()
  private let elements = NameTable(
    ElementName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })
  private let attributeTable = NameTable(
    AttributeName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })

  /// The sink behind a callback's user data.
  static func from(_ user: UnsafeMutableRawPointer?) -> ParseEventSink? {
    unsafe user.map { unsafe Unmanaged<ParseEventSink>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Forgets the interned names: the dictionary that held them is gone.
  func forgetNames() {
    elementNames = InternedNames()
    attributeNames = InternedNames()
  }

  func startElement(
    _ name: UnsafePointer<xmlChar>?, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name = unsafe name else { return }
    attributes.removeAll()
    if let values = unsafe values { unsafe read(values) }
    let interned = unsafe elementNames.name(name, in: elements)
    builder.startElement(
      ElementName(rawValue: interned.value) ?? .other, nameHash: interned.hash,
      attributes: attributes)
    if builder.isStopped, let context = unsafe context { unsafe xmlStopParser(context) }
  }

  func endElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name else { return }
    let interned = unsafe elementNames.name(name, in: elements)
    builder.endElement(ElementName(rawValue: interned.value) ?? .other)
  }

  func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text = unsafe text, count > 0 else { return }
    builder.appendText(unsafe Span(_unsafeStart: text, count: Int(count)))
  }

  private func read(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var index = 0
    while let name = unsafe values[index] {
      let interned = unsafe attributeNames.name(name, in: attributeTable)
      if interned.isKnown, let attribute = AttributeName(rawValue: interned.value) {
        if let value = unsafe values[index + 1] {
          let bytes = unsafe Span(_unsafeStart: value, count: Int(xmlStrlen(value)))
          attributes.add(attribute, value: bytes)
        } else {
          attributes.add(attribute, value: Span())
        }
      }
      index += 2
    }
  }
}
