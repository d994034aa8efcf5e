/// Repeated siblings: the elements of one parent that have the same name and classes.
///
/// A list of cards, teasers, comments or posts is such a group; its items are judged as one thing.
struct SiblingGroups {
  /// The group of each node; index into ``groups``.
  private(set) var groupOfNode: [UInt32] = []
  /// The position of each node in its group, from 0.
  private(set) var positionInGroup: [UInt32] = []
  /// The groups.
  private(set) var groups: [Group] = []
  /// Words of each node's subtree.
  private(set) var words: [Float] = []
  /// Sentence marks of each node's subtree.
  private(set) var sentenceMarks: [Float] = []

  private var keys: [UInt64] = []
  private var slots: [UInt32] = []
  private var hasHeading: [Bool] = []
  private var hasDate: [Bool] = []

  /// Groups the siblings of a tree; linear on average.
  mutating func compute(
    _ tree: borrowing BlockTree, statistics: [BlockStatistics], counts: borrowing TreeCounts
  ) {
    sumWords(tree, statistics)
    let nodeCount = tree.nodes.count
    groupOfNode.reset(count: nodeCount)
    positionInGroup.reset(count: nodeCount)
    groups.removeAll(keepingCapacity: true)
    groups.append(Group())
    var capacity = 64
    while capacity < nodeCount * 2 { capacity *= 2 }
    keys.reset(count: capacity)
    slots.reset(count: capacity)
    Self.findGroups(tree, &keys, &slots, &groupOfNode, &groups)
    Self.sumGroups(
      tree, counts, words: words, hasHeading: hasHeading, hasDate: hasDate,
      groupOfNode: groupOfNode, &positionInGroup, &groups)
  }

  /// Finds the group of each element.
  private static func findGroups(
    _ tree: borrowing BlockTree, _ keyTable: inout [UInt64], _ slotTable: inout [UInt32],
    _ groupOfNodes: inout [UInt32], _ groups: inout [Group]
  ) {
    // Arrays that are written element by element would be asked each time whether they are shared.
    var groupOfNode = groupOfNodes.mutableSpan
    var keys = keyTable.mutableSpan
    var slots = slotTable.mutableSpan
    for index in tree.nodes.indices.dropFirst() {
      let node = tree.nodes[index]
      let key = (UInt64(node.parent) << 32 | UInt64(node.signature)) | 1 << 63
      var slot =
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (keys.count - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      if keys[slot] == 0 {
        keys[slot] = key
        slots[slot] = UInt32(groups.count)
        groups.append(Group())
      }
      groupOfNode[index] = slots[slot]
    }
  }

  /// Numbers the items of each group and sums what they have in common.
  private static func sumGroups(
    _ tree: borrowing BlockTree, _ counts: borrowing TreeCounts, words: [Float],
    hasHeading: [Bool], hasDate: [Bool], groupOfNode: [UInt32], _ positions: inout [UInt32],
    _ groupTable: inout [Group]
  ) {
    var positionInGroup = positions.mutableSpan
    var groups = groupTable.mutableSpan
    for index in tree.nodes.indices.dropFirst() {
      let group = Int(groupOfNode[index])
      positionInGroup[index] = UInt32(groups[group].size)
      groups[group].add(
        words: words[index], characters: counts.characters[index],
        linkCharacters: counts.linkCharacters[index], blocks: tree.nodes[index].blocks.count,
        hasHeading: hasHeading[index], hasDate: hasDate[index])
    }
  }

  /// Gives back what was needed for grouping alone.
  mutating func dropScratch() {
    keys = []
    slots = []
    hasHeading = []
    hasDate = []
  }

  private mutating func sumWords(_ tree: borrowing BlockTree, _ statistics: [BlockStatistics]) {
    let nodeCount = tree.nodes.count
    words.reset(count: nodeCount)
    sentenceMarks.reset(count: nodeCount)
    hasHeading.removeAll(keepingCapacity: true)
    hasHeading.append(contentsOf: repeatElement(false, count: nodeCount))
    hasDate.removeAll(keepingCapacity: true)
    hasDate.append(contentsOf: repeatElement(false, count: nodeCount))
    Self.sumWords(tree, statistics, &words, &sentenceMarks)
    Self.markAbove(tree, &hasHeading, &hasDate)
  }

  private static func sumWords(
    _ tree: borrowing BlockTree, _ statistics: [BlockStatistics], _ wordsOfNodes: inout [Float],
    _ marksOfNodes: inout [Float]
  ) {
    var words = wordsOfNodes.mutableSpan
    var sentenceMarks = marksOfNodes.mutableSpan
    for index in tree.blocks.indices {
      let node = Int(tree.blocks[index].node)
      words[node] += statistics[index].words
      sentenceMarks[node] += Float(statistics[index].sentenceMarks)
    }
    var node = tree.nodes.count - 1
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      words[parent] += words[node]
      sentenceMarks[parent] += sentenceMarks[node]
      node -= 1
    }
  }

  /// Marks the elements with a heading or a date inside.
  private static func markAbove(
    _ tree: borrowing BlockTree, _ headingInNodes: inout [Bool], _ dateInNodes: inout [Bool]
  ) {
    var hasHeading = headingInNodes.mutableSpan
    var hasDate = dateInNodes.mutableSpan
    var node = tree.nodes.count - 1
    while node > 0 {
      let parent = Int(tree.nodes[node].parent)
      let name = tree.nodes[node].name
      if hasHeading[node]
        || (name.rawValue >= ElementName.h1.rawValue && name.rawValue <= ElementName.h6.rawValue)
      {
        hasHeading[node] = true
        hasHeading[parent] = true
      }
      if hasDate[node] || name == .time
        || !tree.nodes[node].hints.isDisjoint(with: [.byline, .date, .user])
      {
        hasDate[node] = true
        hasDate[parent] = true
      }
      node -= 1
    }
  }
}
