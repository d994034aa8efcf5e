import Extraction

/// What stands before the text of a block in a record's `blocks`, for each role and kind.
struct BlockBeginnings: Sendable {
  static let shared = BlockBeginnings()

  /// The levels that headings have in markup.
  private static let headingLevels = 1...6
  /// Kinds with texts of their own: the levels of headings, and those without parameters in the text; in the order of the
  /// numbers that ``number(of:_:)`` gives them.
  private static let kinds: [BlockKind] =
    headingLevels.map { .heading(level: UInt8($0)) } + [
      .paragraph, .listItem(depth: 1, ordered: false), .quote, .code, .tableRow, .caption, .other,
    ]

  /// The texts one after the other, and the end of each.
  private let bytes: [UInt8]
  private let ends: [Int]
  private let kindCount = Self.kinds.count

  private init() {
    var bytes: [UInt8] = []
    var ends = [0]
    for role in Role.allCases {
      for kind in Self.kinds {
        bytes += Self.bytes(role, kind)
        ends.append(bytes.count)
      }
    }
    self.bytes = bytes
    self.ends = ends
  }

  /// Writes the text of a role and kind.
  func write(_ role: Role, _ kind: BlockKind, to writer: inout JSONWriter) {
    guard let number = number(of: role, kind) else {
      return writer.literal(Self.bytes(role, kind).span)
    }
    writer.literal(bytes.span.extracting(ends[number]..<ends[number + 1]))
  }

  /// The number of the text of that role and kind, if it is one of these.
  private func number(of role: Role, _ kind: BlockKind) -> Int? {
    let number: Int
    switch kind {
    case .heading(let level):
      guard Self.headingLevels.contains(Int(level)) else { return nil }
      number = Int(level) - 1
    case .paragraph: number = 6
    case .listItem: number = 7
    case .quote: number = 8
    case .code: number = 9
    case .tableRow: number = 10
    case .caption: number = 11
    case .other: number = 12
    }
    return Int(role.rawValue) * kindCount + number
  }

  /// The text of a role and kind.
  private static func bytes(_ role: Role, _ kind: BlockKind) -> [UInt8] {
    var text = "\"role\":\"\(role.name)\",\"kind\":\"\(kind.name)\""
    if case .heading(let level) = kind { text += ",\"level\":\(level)" }
    return Array((text + ",\"text\":\"").utf8)
  }
}
