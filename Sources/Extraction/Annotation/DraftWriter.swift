/// Writes the roles of a page's text into its markup, with as few attributes as will do.
struct DraftWriter {
  private let outline: MarkupOutline
  /// The role of each run; `nil` for white space and text that is none.
  private var roles: [Role?]
  private var draft = AnnotatedDraft()

  /// Makes the draft of a page in UTF-8 with labelled blocks.
  static func draft(
    _ page: Span<UInt8>, _ tree: borrowing BlockTree, roles: [Role]
  ) -> AnnotatedDraft {
    var writer = Self(page)
    writer.findRoles(page, DraftRoles(tree, roles: roles))
    writer.write(page, attributes: writer.attributes())
    return writer.draft
  }

  private init(_ page: Span<UInt8>) {
    outline = MarkupOutline(page)
    roles = Array(repeating: nil, count: outline.runs.count)
  }

  private mutating func findRoles(_ page: Span<UInt8>, _ blocks: consuming DraftRoles) {
    var blocks = blocks
    var last: Role?
    for (index, run) in outline.runs.enumerated()
    where !outline.elements[run.element].isSkipped {
      let text = DraftRoles.squashed(
        String(decoding: CharacterReference.text(page.extracting(run.range)), as: UTF8.self))
      guard !text.isEmpty else { continue }
      let role = blocks.role(ofNext: text)
      if role == nil { draft.unknownCount += 1 }
      last = role ?? last
      // Text before the first that is known has no better guess than the role of what fits nowhere.
      roles[index] = last ?? .other
    }
  }

  /// The role that each element is to carry; `nil` for most.
  private mutating func attributes() -> [Role?] {
    let count = outline.elements.count
    var below = [Set<Role>](repeating: [], count: count)
    var own = [[Role: Int]](repeating: [:], count: count)
    for (run, role) in zip(outline.runs, roles) {
      guard let role else { continue }
      below[run.element].insert(role)
      own[run.element][role, default: 0] += run.range.count
    }
    for element in (1..<count).reversed() {
      below[outline.elements[element].parent].formUnion(below[element])
    }
    var attributes = [Role?](repeating: nil, count: count)
    var effective = attributes
    for element in 1..<count {
      let inherited = effective[outline.elements[element].parent]
      let wanted =
        below[element].count == 1 ? below[element].first : Self.mostFrequent(own[element])
      effective[element] = wanted ?? inherited
      if let wanted, wanted != inherited { attributes[element] = wanted }
    }
    for (run, role) in zip(outline.runs, roles) where role != nil {
      if effective[run.element] != role { draft.unplacedCount += 1 }
    }
    return attributes
  }

  private static func mostFrequent(_ counts: [Role: Int]) -> Role? {
    counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  private mutating func write(_ page: Span<UInt8>, attributes: [Role?]) {
    var position = 0
    for (element, role) in zip(outline.elements, attributes) {
      guard let role else { continue }
      draft.markup.append(copying: page.extracting(position..<element.nameEnd))
      draft.markup += " data-role=\"\(role.name)\"".utf8
      position = element.nameEnd
    }
    draft.markup.append(copying: page.extracting(position...))
  }
}
