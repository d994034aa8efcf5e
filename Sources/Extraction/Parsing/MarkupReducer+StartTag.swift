internal import BasicContainers

extension MarkupReducer {
  /// Reduces the start tag whose `<` is at `open`, with its content where that is no text of the page.
  ///
  /// - Returns: The index after it.
  mutating func reduceStartTag(_ page: Span<UInt8>, at open: Int) -> Int {
    let (nameEnd, hash) = MarkupScanner.tagName(page, from: open + 1)
    let element = element(hash)
    let firstAttribute = skeleton.attributes.count
    guard let tag = reduceAttributes(page, from: nameEnd, of: element) else {
      // The page ends inside the tag: the tokenizer drops such a tag.
      skeleton.dropAttributes(from: firstAttribute)
      return page.count
    }
    let traits = traits[Int(element.rawValue)]
    let name = (open + 1)..<nameEnd
    guard
      traits.isDisjoint(with: [.opaque, .discarded, .rawText]) && element != .html
        && element != .body
    else {
      addSpecialTag(element, hash, page, name: name, firstAttribute: firstAttribute)
      return reduceContent(page, of: element, tag: tag)
    }
    if isInBody, traits.contains(.plainInline),
      let end = endOfLeaf(page, element, hash, isVoid: traits.contains(.void), from: tag.end)
    {
      let text = tag.end..<end.text
      skeleton.addLeaf(element, hash: hash, text: text, firstAttribute: firstAttribute)
      return end.element
    }
    if openElements.begin(element, hash, tag: skeleton.tags.count) {
      skeleton.addStartTag(
        element, hash: hash, page, name: name, firstAttribute: firstAttribute)
      if !isInBody || (element == .other && !ImpliedEnds.isOrdinary(page.extracting(name), hash)) {
        openElements.unsettle()
      }
    } else {
      skeleton.dropAttributes(from: firstAttribute)
      // A tag cut for its depth still parts the text around it.
      if traits.contains(.block) { skeleton.addStartTag(.br) }
    }
    return tag.end
  }

  /// Adds the start tag of an element whose tag or content needs care, if it reaches the parse.
  private mutating func addSpecialTag(
    _ element: ElementName, _ hash: NameHash, _ page: Span<UInt8>, name: Range<Int>,
    firstAttribute: Int
  ) {
    guard keepsTag(of: element) else { return skeleton.dropAttributes(from: firstAttribute) }
    openElements.unsettle()
    skeleton.addStartTag(element, hash: hash, page, name: name, firstAttribute: firstAttribute)
  }

  /// Where the text of an inline element ends and where the element does, when it holds text alone.
  private func endOfLeaf(
    _ page: Span<UInt8>, _ element: ElementName, _ hash: NameHash, isVoid: Bool, from start: Int
  ) -> (text: Int, element: Int)? {
    if isVoid { return (start, start) }
    guard openElements.mayHold(element) else { return nil }
    let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: page, from: start)
    guard open + 1 < page.count, page[open + 1] == ASCII.slash else { return nil }
    let name = MarkupScanner.tagName(page, from: open + 2)
    guard name.hash == hash, name.end < page.count, page[name.end] == ASCII.greaterThan else {
      return nil
    }
    return (open, name.end + 1)
  }

  /// Whether the tag of an element whose tag or content needs care reaches the parse.
  private mutating func keepsTag(of element: ElementName) -> Bool {
    switch element {
    case .html:
      defer { hasRootElement = true }
      return !hasRootElement
    case .body:
      if !hasBodyElement { isInBody = openElements.isAtTop }
      defer { hasBodyElement = true }
      return !hasBodyElement
    case .title, .xmp: return true
    default: return false
    }
  }

  /// Deals with the content of an element that needs care: passes over it, or takes it for raw text.
  private mutating func reduceContent(
    _ page: Span<UInt8>, of element: ElementName, tag: ReducedTag
  ) -> Int {
    switch element {
    case .html, .body: return tag.end
    case .title, .xmp:
      let content = MarkupScanner.rawText(of: element, in: page, from: tag.end)
      if !content.text.isEmpty { skeleton.addText(page, content.text) }
      skeleton.addEndTag(element)
      return content.end
    case .script:
      let content = MarkupScanner.scriptText(page, from: tag.end)
      if tag.isStructuredData { structuredData.append(content.text) }
      return content.end
    case .svg, .math, .template, .select, .object, .applet, .canvas, .datalist:
      if tag.isSelfClosing && (element == .svg || element == .math) { return tag.end }
      return MarkupScanner.endOfSubtree(of: element, in: page, from: tag.end, names: self)
    default:
      guard element.traits.contains(.rawText) else { return tag.end }
      return MarkupScanner.rawText(of: element, in: page, from: tag.end).end
    }
  }
}
