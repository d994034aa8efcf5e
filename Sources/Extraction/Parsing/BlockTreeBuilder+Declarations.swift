extension BlockTreeBuilder {
  /// The longest text of an element that is taken for a property, in bytes.
  private static let longestPropertyText = 512
  /// The longest text of an element that is taken for a byline, in bytes.
  private static let longestByline = 200
  /// The most names of one element that are read; an author's element has one or two.
  private static let mostNames = 8
  /// The most declarations read of a page: listings repeat them for each item.
  private static let mostCaptures = 2048

  /// Begins to collect the text of an element that declares something.
  mutating func beginCapture(
    of name: ElementName, attributes: AttributeList, isPerson: Bool
  ) {
    guard captureCount < Self.mostCaptures else { return }
    captureCount += 1
    let names = Self.names(attributes)
    let isTime = name == .time || attributes.has(.datetime)
    let isByline = Self.isByline(attributes)
    guard isTime || isByline || isPerson || attributes.has(.itemtype) || !names.isEmpty else {
      return
    }
    let itemType = attributes.string(.itemtype)?.lowercased()
    let value =
      attributes.string(.content) ?? attributes.string(.datetime) ?? attributes.string(.href)
    // Only of times and bylines are the words read.
    let hints = isTime || isByline ? Self.hints(attributes) : ""
    // The outer of two nested candidates comes first, so its place is taken before its text is known.
    let candidate = isByline ? bylineCandidates.count : nil
    if isByline {
      bylineCandidates.append(
        PageOutline.BylineCandidate(text: "", hints: hints, block: tree.blocks.count))
    }
    let person = isPerson ? people.count : nil
    if isPerson { people.append(PersonElement(text: "", block: tree.blocks.count)) }
    captures.append(
      DeclarationCapture(
        node: UInt32(tree.nodes.count - 1), textStart: tree.text.count, block: tree.blocks.count,
        names: names, value: value, datetime: attributes.string(.datetime),
        hints: attributes.has(.pubdate) ? hints + " pubdate" : hints,
        // The scope's own property belongs to the scope around it, but its children to it.
        itemType: itemType ?? captures.last?.itemType, isTime: isTime, candidate: candidate,
        person: person))
  }

  /// Ends the innermost capture: its element was closed.
  mutating func endCapture() {
    guard let capture = captures.popLast() else { return }
    let start = min(capture.textStart, tree.text.count)
    let length = tree.text.count - start
    let isWanted =
      capture.isTime || capture.candidate != nil || capture.person != nil || !capture.names.isEmpty
    let text =
      isWanted && length <= Self.longestPropertyText
      ? text(from: start) : ""
    if capture.isTime {
      declarations.times.append(
        TimeDeclaration(
          datetime: capture.datetime, text: text, block: capture.block, hints: capture.hints))
    }
    if let candidate = capture.candidate, text.utf8.count <= Self.longestByline {
      bylineCandidates[candidate].text = text
    }
    if let person = capture.person, text.utf8.count <= Self.longestByline {
      people[person].text = text
    }
    for name in capture.names {
      declarations.properties.append(
        PropertyDeclaration(
          name: name, value: capture.value, text: text, itemType: capture.itemType,
          block: capture.block))
    }
  }

  /// The text from that place on, with white space collapsed and names set apart.
  private func text(from start: Int) -> String {
    let range = start..<tree.text.count
    guard tree.seams.mayBeInside(range) else {
      return Self.collapsed(tree.text.span.extracting(start...))
    }
    return Self.collapsed(tree.seams.spaced(tree.text[range], in: range).span)
  }

  private static let bylineAttributes: [AttributeName] = [.class, .id, .rel, .itemprop]

  private static func isByline(_ attributes: AttributeList) -> Bool {
    for attribute in bylineAttributes
    where attributes.withValue(attribute, BylineHint.isHeld) == true {
      return true
    }
    return false
  }

  /// The attributes that may name an author or a date, joined by spaces, in lower case.
  private static func hints(_ attributes: AttributeList) -> String {
    var hints: [String] = []
    for attribute in bylineAttributes {
      if let value = attributes.string(attribute) { hints.append(value) }
    }
    return hints.joined(separator: " ").lowercased()
  }

  /// The first names that `itemprop` and `rel` give an element, in lower case.
  private static func names(_ attributes: AttributeList) -> [String] {
    let namesRelation = attributes.withValue(.rel, Self.namesRelation) ?? false
    guard namesRelation || attributes.has(.itemprop) else { return [] }
    let properties = attributes.string(.itemprop)?.lowercased().split(separator: " ") ?? []
    let relations =
      namesRelation ? attributes.string(.rel)?.lowercased().split(separator: " ") ?? [] : []
    return firstNames(
      properties.map(String.init)
        + relations.filter { $0 == "author" || $0 == "license" || $0 == "tag" }.map { "rel:\($0)" })
  }

  /// Whether `rel` may say that the element names the author, the licence or a tag: most say otherwise.
  private static func namesRelation(_ value: Span<UInt8>) -> Bool {
    value.indices.contains { index in
      let byte = ASCII.lowercased(value[index])
      // The first two letters of `author`, `tag` and `license`.
      guard index > 0 else { return false }
      let before = ASCII.lowercased(value[index - 1])
      return (before == UInt8(ascii: "a") && byte == UInt8(ascii: "u"))
        || (before == UInt8(ascii: "t") && byte == UInt8(ascii: "a"))
        || (before == UInt8(ascii: "l") && byte == UInt8(ascii: "i"))
    }
  }

  private static func firstNames(_ names: [String]) -> [String] {
    var first: [String] = []
    for name in names where first.count < mostNames && !first.contains(name) { first.append(name) }
    return first
  }

  /// The text with white space as single spaces, none at its ends.
  private static func collapsed(_ text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isSpacePending = false
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x80 || !MetadataText.mayBeSpace(text, at: index) else {
        return String(copying: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      if byte == ASCII.space || (0x09...0x0d).contains(byte) {
        isSpacePending = !bytes.isEmpty
      } else {
        if isSpacePending { bytes.append(ASCII.space) }
        isSpacePending = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes in the elements of the head that declare something.
  mutating func declare(_ name: ElementName, attributes: AttributeList) {
    switch name {
    case .html:
      declarations.language =
        declarations.language ?? attributes.string(.lang) ?? attributes.string(.xmlLang)
    case .meta:
      let key =
        attributes.string(.property) ?? attributes.string(.name) ?? attributes.string(.itemprop)
        ?? Self.usefulHeader(attributes.string(.httpEquiv))
      if let key, let content = attributes.string(.content), !content.isEmpty {
        declarations.metas.append(MetaDeclaration(name: key.lowercased(), content: content))
      }
    case .link:
      if let relation = attributes.string(.rel), let address = attributes.string(.href),
        Self.usefulRelations.contains(relation.lowercased())
      {
        declarations.links.append(LinkDeclaration(rel: relation.lowercased(), href: address))
      }
    default: break
    }
  }

  /// The one header of `http-equiv` that says something of the text; the others steer the browser.
  private static func usefulHeader(_ name: String?) -> String? {
    name?.lowercased() == "content-language" ? name : nil
  }

  private static let usefulRelations: Set<String> = [
    "canonical", "shortlink", "license", "author", "image_src", "amphtml", "alternate", "next",
    "prev",
  ]

  /// Begins to collect the document's title.
  mutating func beginTitle() {
    isInTitle = true
    titleBytes.removeAll(keepingCapacity: true)
  }

  /// Ends the document's title.
  mutating func endTitle() {
    guard isInTitle else { return }
    isInTitle = false
    let title = Self.collapsed(titleBytes.span)
    if !title.isEmpty { declarations.documentTitle = title }
  }
}
