import CLibXML2

@testable import Extraction

/// What libxml2 makes of whole markup, text and attributes included: what the parse of a skeleton is held
/// against.
final class WholeParse {
  /// The tree.
  var tree: BlockTree { builder.tree }
  private(set) var builder = BlockTreeBuilder()
  private var page: [UInt8] = []
  private var attributes: [TagAttribute] = []

  /// Parses markup, which is UTF-8 without NUL.
  init(_ markup: [UInt8], nodeLimit: Int = 4_000_000, depthLimit: Int = 100_000) {
    builder.begin(nodeLimit: nodeLimit, depthLimit: depthLimit)
    parse(markup)
    builder.end()
  }

  private func parse(_ markup: [UInt8]) {
    guard let context = unsafe htmlNewParserCtxt(), let handler = unsafe context.pointee.sax else {
      return
    }
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.startElement = { user, name, values in
      unsafe WholeParse.from(user)?.startElement(name, values)
    }
    unsafe handler.pointee.endElement = { user, name in
      unsafe WholeParse.from(user)?.endElement(name)
    }
    unsafe handler.pointee.characters = { user, text, count in
      unsafe WholeParse.from(user)?.characters(text, count)
    }
    unsafe handler.pointee.ignorableWhitespace = unsafe handler.pointee.characters
    unsafe handler.pointee.cdataBlock = unsafe handler.pointee.characters
    unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(self).toOpaque()
    let options = Int32(
      bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        | HTML_PARSE_IGNORE_ENC.rawValue)
    unsafe markup.withUnsafeBytes { bytes in
      _ = unsafe htmlCtxtReadMemory(
        context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
        options)
    }
    unsafe htmlFreeParserCtxt(context)
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> WholeParse? {
    unsafe user.map { unsafe Unmanaged<WholeParse>.fromOpaque($0).takeUnretainedValue() }
  }

  private func startElement(
    _ name: UnsafePointer<xmlChar>?, _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name = unsafe name else { return }
    page.removeAll()
    attributes.removeAll()
    if let values = unsafe values { unsafe read(values) }
    let text = unsafe String(cString: name)
    let hash = NameHash(Array(text.utf8).span).value
    unsafe page.withUnsafeBufferPointer { page in
      unsafe attributes.withUnsafeBufferPointer { attributes in
        builder.startElement(
          element(text), nameHash: UInt32(truncatingIfNeeded: hash ^ (hash >> 32)),
          attributes: unsafe AttributeList(attributes, page: page.baseAddress))
      }
    }
  }

  /// Writes the values as markup has them, for that is what a list of attributes reads.
  private func read(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    var index = 0
    while let name = unsafe values[index] {
      let known = unsafe String(cString: name)
      if let attribute = AttributeName.allCases.first(where: { $0.name == known }) {
        let start = UInt32(page.count)
        if let value = unsafe values[index + 1] {
          page += unsafe Array(String(cString: value).replacing("&", with: "&amp;").utf8)
        }
        attributes.append(TagAttribute(name: attribute, start: start, end: UInt32(page.count)))
      }
      index += 2
    }
    page.append(0)
  }

  private func element(_ name: String) -> ElementName {
    ElementName.allCases.first { $0.name == name } ?? .other
  }

  private func endElement(_ name: UnsafePointer<xmlChar>?) {
    guard let name = unsafe name else { return }
    builder.endElement(element(unsafe String(cString: name)))
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text = unsafe text else { return }
    builder.appendText(unsafe Span(_unsafeStart: text, count: Int(count)))
  }
}
