extension MarkupReducer {
  /// The longest attribute value that is kept, in bytes.
  ///
  /// Descriptions and addresses stay far under it; `data:` addresses of megabytes do not.
  static let longestAttributeValue = 8192

  /// Notes the attributes that a later stage reads.
  ///
  /// - Returns: What the tag says, or `nil` when the page ends before the tag does.
  mutating func reduceAttributes(
    _ page: Span<UInt8>, from start: Int, of element: ElementName
  ) -> ReducedTag? {
    var tag = ReducedTag(end: page.count, isSelfClosing: false, isStructuredData: false)
    var position = start
    while position < page.count {
      let byte = page[position]
      if byte == ASCII.greaterThan {
        tag.end = position + 1
        return tag
      }
      if ASCII.isSpace(byte) || byte == ASCII.slash {
        tag.isSelfClosing = byte == ASCII.slash
        position += 1
        continue
      }
      let attribute = MarkupScanner.attribute(page, at: position)
      position = attribute.end
      tag.isSelfClosing = false
      if attribute.isComplete { reduceAttribute(page, attribute, of: element, tag: &tag) }
    }
    return nil
  }

  private mutating func reduceAttribute(
    _ page: Span<UInt8>, _ attribute: ScannedAttribute, of element: ElementName,
    tag: inout ReducedTag
  ) {
    let value = attribute.value
    if attribute.hash == styleName {
      if MarkupScanner.hidesElement(page.extracting(value)) {
        skeleton.addAttribute(.hidden, value: value.lowerBound..<value.lowerBound)
      }
      return
    }
    guard
      let known = attributes.value(of: attribute.hash).flatMap({
        AttributeName(rawValue: UInt8($0))
      }),
      value.count <= Self.longestAttributeValue
    else { return }
    switch known {
    case .type:
      tag.isStructuredData =
        element == .script && MarkupScanner.namesStructuredData(page.extracting(value))
      return
    case .href where element != .a && element != .link: return
    case .name where element != .meta: return
    case .httpEquiv where element != .meta: return
    case .xmlLang where element != .html: return
    case .content where element != .meta && value.count > 512: return
    case .start where element != .ol: return
    default: break
    }
    skeleton.addAttribute(known, value: value)
  }
}

extension NameHash {
  /// The hash of a name written in the source.
  init(ascii name: StaticString) {
    self.init()
    for byte in name.description.utf8 { combine(lowercasing: byte) }
  }
}
