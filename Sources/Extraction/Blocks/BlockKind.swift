/// How a block is set on its page, whatever its role.
public enum BlockKind: Sendable, Hashable {
  /// A paragraph, or text that stands loose in a container.
  case paragraph
  /// A heading of the given level, 1 to 6.
  case heading(level: UInt8)
  /// An item of a list; `depth` counts the lists around it, from 1; `ordered` says whether it is numbered.
  case listItem(depth: UInt8, ordered: Bool)
  /// A paragraph inside a block quotation.
  case quote
  /// Preformatted text: line breaks and spaces are kept.
  case code
  /// One row of a table, its cells separated by tabs.
  case tableRow
  /// Text of a `figcaption` or table `caption`.
  case caption
  /// Anything else: buttons, labels, terms.
  case other

  /// The name of the kind in a record, without its parameters.
  public var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "listItem"
    case .quote: "quote"
    case .code: "code"
    case .tableRow: "tableRow"
    case .caption: "caption"
    case .other: "other"
    }
  }
}
