/// Characters and tags of each element's subtree: the counts that text densities are made of.
///
/// Every array has one number a node. Zero counts stay zero here; the formulae say what they make of them.
struct TreeCounts {
  /// Characters of text (C).
  var characters: [UInt32] = []
  /// Characters of anchor text (LC).
  var linkCharacters: [UInt32] = []
  /// Elements below, the element itself not counted (T).
  var tags: [UInt32] = []
  /// Anchors and buttons below (LT).
  var linkTags: [UInt32] = []

  /// Counts a tree in two linear passes: blocks to their elements, then children to parents.
  mutating func count(_ tree: borrowing BlockTree) {
    let nodeCount = tree.nodes.count
    characters.reset(count: nodeCount)
    linkCharacters.reset(count: nodeCount)
    tags.reset(count: nodeCount)
    linkTags.reset(count: nodeCount)
    Self.sum(tree, &characters, &linkCharacters, &tags, &linkTags)
  }

  // Arrays that are written element by element would be asked each time whether they are shared.
  private static func sum(
    _ tree: borrowing BlockTree, _ charactersOfNodes: inout [UInt32],
    _ linkCharactersOfNodes: inout [UInt32], _ tagsOfNodes: inout [UInt32],
    _ linkTagsOfNodes: inout [UInt32]
  ) {
    var characters = charactersOfNodes.mutableSpan
    var linkCharacters = linkCharactersOfNodes.mutableSpan
    var tags = tagsOfNodes.mutableSpan
    var linkTags = linkTagsOfNodes.mutableSpan
    for index in tree.blocks.indices {
      let node = Int(tree.blocks[index].node)
      characters[node] += tree.blocks[index].characters
      linkCharacters[node] += tree.blocks[index].linkCharacters
    }
    var node = tree.nodes.count - 1
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      characters[parent] += characters[node]
      linkCharacters[parent] += linkCharacters[node]
      let isLink = tree.nodes[node].name == .a || tree.nodes[node].name == .button
      linkTags[parent] += linkTags[node] + (isLink ? 1 : 0)
      tags[parent] += tags[node] + 1
      node -= 1
    }
  }
}
