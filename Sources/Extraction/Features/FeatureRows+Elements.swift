extension FeatureRows {
  /// The densities of an element.
  @inline(__always)
  func writeDensities(ofElement node: Int, to sink: inout some FeatureSink) {
    let bestSum = max(features.density.sums[features.density.anchor], 0.01)
    let bestComposite = max(features.largestComposite, 0.01)
    let body = Float(max(features.counts.characters[0], 1))
    let characters = Float(max(features.counts.characters[node], 1))
    let blocks = Float(max(tree.nodes[node].blocks.count, 1))
    sink.add("ancestor.share", characters / body)
    sink.add(
      "ancestor.linkDensity", Float(features.counts.linkCharacters[node]) / characters)
    sink.add(
      "ancestor.charactersPerTag", characters / Float(max(features.counts.tags[node], 1)))
    sink.add("ancestor.composite", features.density.composite[node] / bestComposite)
    sink.add("ancestor.sum", features.density.sums[node] / bestSum)
    sink.add("ancestor.blocks", blocks)
    sink.add("ancestor.wordsPerBlock", features.groups.words[node] / blocks)
    sink.add("ancestor.sentencesPerBlock", features.groups.sentenceMarks[node] / blocks)
    sink.add("ancestor.paragraphShare", features.paragraphCharacters[node] / characters)
    let group = features.groups.groups[Int(features.groups.groupOfNode[node])]
    sink.add("ancestor.siblings", group.size)
  }

  /// An element that is repeated, and its siblings of the same shape; the root stands for none.
  @inline(__always)
  func writeCard(_ node: Int, to sink: inout some FeatureSink) {
    let index = Int(features.groups.groupOfNode[node])
    let group = node == 0 ? SiblingGroups.Group() : features.groups.groups[index]
    let size = max(group.filled, 1)
    let mean = group.words / size
    sink.add("card.size", group.size)
    sink.add("card.words", mean)
    sink.add("card.spread", max(group.squares / size - mean * mean, 0) / max(mean * mean, 1))
    sink.add("card.linkDensity", group.linkCharacters / max(group.characters, 1))
    sink.add("card.share", group.words / max(features.page.words, 1))
    sink.add("card.blocks", group.blocks / size)
    sink.add("card.headings", group.headings / size)
    sink.add("card.dates", group.dates / size)
    sink.add("card.index", node == 0 ? -1 : Float(features.groups.positionInGroup[node]))
    sink.add("card.ownWords", node == 0 ? 0 : features.groups.words[node])
    sink.add("card.element", Float(tree.nodes[node].name.rawValue))
  }
}
