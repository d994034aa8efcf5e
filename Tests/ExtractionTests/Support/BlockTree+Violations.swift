@testable import Extraction

extension BlockTree {
  /// What is wrong with the tree's shape: empty for every tree that the builder may make.
  var violations: [String] {
    var found: [String] = []
    func check(_ holds: Bool, _ fact: @autoclosure () -> String) {
      if !holds, found.count < 20 { found.append(fact()) }
    }
    check(nodes.first?.name == .root && Int(nodes[0].end) == nodes.count, "root spans all")
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      let parent = nodes[Int(node.parent)]
      check(Int(node.parent) < index && index < Int(parent.end), "node \(index) after its parent")
      check(Int(node.end) >= index + 1 && node.end <= parent.end, "node \(index) in its parent")
      check(node.depth == parent.depth + 1, "depth of node \(index)")
      check(node.firstBlock <= node.endBlock, "blocks of node \(index)")
      check(
        node.firstBlock >= parent.firstBlock && node.endBlock <= parent.endBlock,
        "blocks \(node.blocks) of node \(index) in \(parent.blocks)")
    }
    var end: UInt32 = 0
    for index in blocks.indices {
      let block = blocks[index]
      check(block.textStart == end + (index == 0 ? 0 : 1), "text of block \(index) follows")
      check(block.textStart < block.textEnd && Int(block.textEnd) <= text.count, "text \(index)")
      end = block.textEnd
      let string = string(of: block)
      let isPreformatted =
        ancestor(of: Int(block.leaf)) { $0.name.traits.contains(.preformatted) } != nil
      check(isPreformatted || string.first?.isWhitespace == false, "start of block \(index)")
      check(string.last?.isWhitespace == false, "end of block \(index)")
      check(string.utf8.count == block.byteCount, "UTF-8 of block \(index)")
      check(Int(block.characters) <= string.unicodeScalars.count, "characters of block \(index)")
      check(block.characters > 0 && block.linkCharacters <= block.characters, "links \(index)")
      let node = nodes[Int(block.node)]
      check(node.blocks.contains(index), "block \(index) in its node")
      check(block.leaf >= block.node && block.leaf < node.end, "leaf of block \(index)")
    }
    return found
  }
}
