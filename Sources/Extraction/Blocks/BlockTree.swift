/// A page as flat arrays: its elements in preorder, its blocks of text in document order, and one arena
/// with all text.
///
/// Node 0 is a root that no page holds; node `i`'s subtree is `i ..< nodes[i].end`. The blocks inside a
/// node are `nodes[i].blocks`. Text is UTF-8 with white space collapsed; blocks are separated by a line
/// feed in the arena.
struct BlockTree {
  /// The elements in preorder.
  var nodes: [Node] = []
  /// The blocks in document order.
  var blocks: [Block] = []
  /// The text of all blocks.
  var text: [UInt8] = []
  /// The links in document order.
  var anchors: [Anchor] = []
  /// Where in the text elements meet that may be names of their own.
  var seams = TextSeams()
  /// The limits that cut the page short.
  var limits: [ExtractionLimit] = []

  /// Drops the page and keeps the capacity.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    seams.removeAll()
    limits.removeAll(keepingCapacity: true)
  }

  /// The text of a block.
  func string(of block: Block) -> String {
    String(decoding: text[Int(block.textStart)..<Int(block.textEnd)], as: UTF8.self)
  }

  /// The text of a block with a space where two elements meet that the page sets side by side.
  ///
  /// `<span>Ann One</span><span>May 17</span>` is `Ann OneMay 17` to a browser that has no style sheet, and
  /// two texts to a reader of the page.
  func spacedString(of block: Block) -> String {
    let range = Int(block.textStart)..<Int(block.textEnd)
    guard seams.mayBeInside(range) else { return string(of: block) }
    return String(decoding: seams.spaced(text[range], in: range), as: UTF8.self)
  }

  /// The nearest ancestor of a node, itself included, that satisfies the condition.
  func ancestor(of node: Int, where condition: (Node) -> Bool) -> Int? {
    var current = node
    while true {
      if condition(nodes[current]) { return current }
      if current == 0 { return nil }
      current = Int(nodes[current].parent)
    }
  }

  /// The elements above a block from the outermost down, as in `html/body/main/p`.
  func path(of block: Block) -> String {
    var names: [String] = []
    var current = Int(block.node)
    while current != 0 {
      names.append(nodes[current].name.name)
      current = Int(nodes[current].parent)
    }
    return names.reversed().joined(separator: "/")
  }
}
