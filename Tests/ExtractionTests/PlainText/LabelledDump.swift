@testable import Extraction

/// A text dump written with the role of each line before it, as in `title| The headline`.
struct LabelledDump: Sendable, CustomStringConvertible {
  /// What the dump is like.
  let description: String
  /// The dump without the roles.
  let text: String
  /// The role of each line that is not empty.
  let roles: [Role]

  init(_ description: String, _ labelled: String) {
    self.description = description
    var lines: [Substring] = []
    var roles: [Role] = []
    for line in labelled.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let bar = line.firstIndex(of: "|"), let role = Role(name: String(line[..<bar])) else {
        lines.append(line)
        continue
      }
      roles.append(role)
      lines.append(line[line.index(bar, offsetBy: 2)...])
    }
    text = lines.joined(separator: "\n")
    self.roles = roles
  }
}

/// A plain text that went through the reader.
struct ReadText {
  let tree: BlockTree
  let features: PageFeatures

  init(_ text: String) {
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 100_000, depthLimit: 1000)
    PlainTextReader.read(Array(text.utf8).span, into: &builder)
    tree = builder.tree
    var features = PageFeatures()
    features.compute(tree, declarations: builder.declarations)
    self.features = features
  }

  /// The texts of the blocks.
  var texts: [String] { tree.blocks.map { tree.string(of: $0) } }
}
