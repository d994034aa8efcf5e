/// What holds for text at one place of the element stack; each element hands it to its children.
struct BlockContext {
  /// The index of the element in the tree.
  var node: UInt32
  /// The index of the innermost block-level element, itself included.
  var container: UInt32
  /// How text directly in the element is set.
  var kind: BlockKind
  /// The number of lists around it.
  var listDepth: UInt8
  /// Whether the innermost list is numbered.
  var isOrdered: Bool
  /// Whether the text is anchor text.
  var isLink: Bool
  /// Whether an element around it is hidden.
  var isHidden: Bool
  /// Whether line breaks and spaces are kept.
  var isPreformatted: Bool
  /// Whether the innermost block element is a table cell.
  var isCell: Bool
  /// Whether the element stands in a block quotation.
  var isQuote: Bool

  /// The context of the root.
  static let root = BlockContext(
    node: 0, container: 0, kind: .paragraph, listDepth: 0, isOrdered: false, isLink: false,
    isHidden: false,
    isPreformatted: false, isCell: false, isQuote: false)

  /// Takes in the element's own meaning.
  mutating func enter(_ name: ElementName, traits: ElementTraits, isHidden hidden: Bool) {
    if traits.contains(.link) { isLink = true }
    if hidden { isHidden = true }
    guard traits.contains(.block) else { return }
    container = node
    isCell = false
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      kind = .heading(level: name.rawValue - ElementName.h1.rawValue + 1)
    case .ul, .ol, .menu, .dir, .dl:
      listDepth = listDepth == .max ? .max : listDepth + 1
      isOrdered = name == .ol
    case .li, .dt, .dd:
      kind = .listItem(depth: max(listDepth, 1), ordered: isOrdered && name == .li)
    case .blockquote:
      isQuote = true
      kind = .quote
    case .pre, .xmp, .plaintext:
      isPreformatted = true
      kind = .code
    case .figcaption, .caption: kind = .caption
    case .td, .th:
      isCell = true
      kind = isQuote ? .quote : .paragraph
    case .button, .label, .legend, .summary: kind = .other
    case .article, .section, .main, .aside, .nav, .header, .footer, .figure, .table, .body, .form:
      kind = isQuote ? .quote : .paragraph
    default: break
    }
  }
}
