extension MarkupReducer {
  /// Reduces the start tag whose `<` is at `open`, with its content where that is no text of the page.
  ///
  /// - Returns: The index after it.
  mutating func reduceStartTag(_ page: Span<UInt8>, at open: Int) -> Int {
    let nameEnd = MarkupScanner.endOfTagName(page, from: open + 1)
    let hash = NameHash(page.extracting((open + 1)..<nameEnd))
    let element = element(hash)
    let outputStart = output.count
    output.append(ASCII.lessThan)
    output.append(copying: page.extracting((open + 1)..<nameEnd))
    guard let tag = reduceAttributes(page, from: nameEnd, of: element) else {
      // The page ends inside the tag: the tokenizer drops such a tag.
      output.removeSubrange(outputStart...)
      return page.count
    }
    output.append(ASCII.greaterThan)
    let traits = element.traits
    if traits.isDisjoint(with: [.opaque, .discarded, .rawText]) && element != .html
      && element != .body
    {
      if !openElements.begin(element, hash) {
        output.removeSubrange(outputStart...)
        // A tag cut for its depth still parts the text around it.
        if traits.contains(.block) { output.append(ascii: "<br>") }
      }
      return tag.end
    }
    return reduceContent(page, of: element, tag: tag, outputStart: outputStart)
  }

  /// Deals with an element whose tag or content needs care: drops it, or escapes its raw text.
  private mutating func reduceContent(
    _ page: Span<UInt8>, of element: ElementName, tag: ReducedTag, outputStart: Int
  ) -> Int {
    switch element {
    case .html, .body:
      let isFirst = element == .html ? !hasRootElement : !hasBodyElement
      if element == .html { hasRootElement = true } else { hasBodyElement = true }
      if !isFirst { output.removeSubrange(outputStart...) }
      return tag.end
    case .title, .xmp:
      let content = MarkupScanner.rawText(of: element, in: page, from: tag.end)
      appendEscaped(page.extracting(content.text))
      output.append(ascii: element == .title ? "</title>" : "</xmp>")
      return content.end
    case .script:
      output.removeSubrange(outputStart...)
      let content = MarkupScanner.scriptText(page, from: tag.end)
      if tag.isStructuredData { structuredData.append(content.text) }
      return content.end
    case .svg, .math, .template, .select, .object, .applet, .canvas, .datalist:
      output.removeSubrange(outputStart...)
      if tag.isSelfClosing && (element == .svg || element == .math) { return tag.end }
      return MarkupScanner.endOfSubtree(of: element, in: page, from: tag.end, names: self)
    default:
      output.removeSubrange(outputStart...)
      guard element.traits.contains(.rawText) else { return tag.end }
      return MarkupScanner.rawText(of: element, in: page, from: tag.end).end
    }
  }

  /// Appends raw text in which `<` is no markup.
  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      let open = ByteSearch.firstIndex(of: ASCII.lessThan, in: text, from: position)
      output.append(copying: text.extracting(position..<open))
      if open < text.count { output.append(ascii: "&lt;") }
      position = open + 1
    }
  }
}
