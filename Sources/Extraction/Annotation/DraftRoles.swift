/// Finds for each run of a page's text the block that it is part of, and so its role.
struct DraftRoles {
  /// How far ahead a run is looked for, in bytes: some text of the page is in no block.
  private static let furthest = 4_096
  /// A run shorter than this, in bytes, is looked for nearby alone, since it stands in many places.
  private static let shortRun = 8
  private static let nearest = 64

  /// The text of all blocks without white space.
  private var text: [UInt8] = []
  /// Where each block begins in it.
  private var starts: [Int] = []
  private let roles: [Role]
  private var position = 0
  private var block = 0

  /// Looks in the blocks of a page.
  init(_ tree: borrowing BlockTree, roles: [Role]) {
    self.roles = roles
    for entry in tree.blocks {
      starts.append(text.count)
      text += Self.squashed(tree.string(of: entry))
    }
  }

  /// The role of the next run of the page.
  ///
  /// - Parameter run: Its text with references decoded, without white space.
  /// - Returns: The role, or `nil` when no block has the run.
  mutating func role(ofNext run: [UInt8]) -> Role? {
    let reach = run.count < Self.shortRun ? Self.nearest : Self.furthest
    let last = min(position + reach, text.count - run.count)
    guard position <= last,
      let found = (position...last).first(where: { start in
        text[start] == run[0] && text[start..<(start + run.count)].elementsEqual(run)
      })
    else { return nil }
    position = found + run.count
    while block + 1 < starts.count, starts[block + 1] <= found { block += 1 }
    return roles[block]
  }

  /// A text without white space.
  static func squashed(_ text: String) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.filter { !$0.properties.isWhitespace })
    return Array(String(scalars).utf8)
  }
}
