extension FeatureRows {
  /// Where on the page the block stands.
  @inline(__always)
  func writePosition(_ block: Int, to sink: inout some FeatureSink) {
    sink.add("position", Float(block) / max(features.page.blocks, 1))
    sink.add("blocksBefore", Float(block))
    sink.add("blocksAfter", features.page.blocks - Float(block))
    sink.add("wordsBefore", features.wordsBefore[block] / max(features.page.words, 1))
    sink.add(
      "plainWordsBefore", features.plainWordsBefore[block] / max(features.page.plainWords, 1))
    sink.add("sinceHeadingOne", distance(of: block, from: features.page.firstHeadingOne))
    sink.add("sinceTitle", distance(of: block, from: features.page.firstTitleMatch))
    sink.add("headingDistance", features.headingDistance[block])
    sink.add("headingLevel", features.headingLevel[block])
    sink.add("longBlockBefore", features.longBlockBefore[block])
    sink.add("longBlockAfter", features.longBlockAfter[block])
  }

  private func distance(of block: Int, from index: Int) -> Float {
    index < 0 ? -999 : Float(block - index)
  }

  /// The repeated siblings that the block is part of: the nearest group and the outermost.
  @inline(__always)
  func writeGroups(_ block: Int, to sink: inout some FeatureSink) {
    let (near, far) = repeatedAncestors(of: block)
    writeGroup(near, of: block, named: "card", to: &sink)
    writeGroup(far, of: block, named: "row", to: &sink)
  }

  /// The nearest and the outermost ancestor that has siblings of its shape with text of their own.
  private func repeatedAncestors(of block: Int) -> (near: Int, far: Int) {
    var near = 0
    var far = 0
    var node = Int(tree.blocks[block].node)
    while node != 0 {
      let group = features.groups.groups[Int(features.groups.groupOfNode[node])]
      if group.filled >= 3, group.words > features.groups.words[node] {
        if near == 0 { near = node }
        far = node
      }
      node = Int(tree.nodes[node].parent)
    }
    return (near, far)
  }

  @inline(__always)
  private func writeGroup(
    _ node: Int, of block: Int, named name: StaticString, to sink: inout some FeatureSink
  ) {
    let index = Int(features.groups.groupOfNode[node])
    let group = node == 0 ? SiblingGroups.Group() : features.groups.groups[index]
    let size = max(group.filled, 1)
    let mean = group.words / size
    let words = node == 0 ? 0 : features.groups.words[node]
    let blocks = tree.nodes[node].blocks
    sink.add("\(name).size", group.size)
    sink.add("\(name).words", mean)
    sink.add("\(name).spread", max(group.squares / size - mean * mean, 0) / max(mean * mean, 1))
    sink.add("\(name).linkDensity", group.linkCharacters / max(group.characters, 1))
    sink.add("\(name).share", group.words / max(features.page.words, 1))
    sink.add("\(name).blocks", group.blocks / size)
    sink.add("\(name).headings", group.headings / size)
    sink.add("\(name).dates", group.dates / size)
    sink.add("\(name).index", node == 0 ? -1 : Float(features.groups.positionInGroup[node]))
    sink.add("\(name).place", node == 0 ? -1 : Float(block - blocks.lowerBound))
    sink.add("\(name).ownWords", words)
    sink.add("\(name).element", Float(tree.nodes[node].name.rawValue))
  }
}
