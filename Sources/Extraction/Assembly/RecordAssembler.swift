/// Puts a record together from a labelled tree.
struct RecordAssembler {
  private let options: ExtractionOptions
  private let changes: [String: String]
  /// For each role whether the record lists its blocks: a set would hash the role of each block.
  private let isListed: [Bool]

  /// An assembler of records with those options.
  init(options: ExtractionOptions) {
    self.options = options
    changes = options.changes
    isListed = Role.allCases.map(options.roles.contains)
  }

  private static func text(of block: Block, _ tree: borrowing BlockTree) -> String {
    let text = tree.string(of: block)
    guard case .heading = block.kind else { return text }
    return HeadingText.cleaned(text, linkCharacters: block.linkCharacters)
  }

  /// Makes room for the text of the article and for the listed blocks, so that neither is copied as it grows.
  private func reserve(
    _ text: inout String, _ blocks: inout [RecordBlock], for tree: borrowing BlockTree,
    _ labels: PageLabels
  ) {
    var byteCount = 0
    var articleCount = 0
    var listedCount = 0
    for index in tree.blocks.indices {
      if labels.roles[index] == .article {
        byteCount += tree.blocks[index].byteCount + 2
        articleCount += 1
      }
      if isListed[Int(labels.roles[index].rawValue)] { listedCount += 1 }
    }
    // The text of a single block is shared with it.
    if articleCount > 1 { text.reserveCapacity(byteCount) }
    blocks.reserveCapacity(listedCount)
  }

  /// Fills the record.
  func fill(
    _ record: inout Record, from tree: borrowing BlockTree, _ features: borrowing PageFeatures,
    _ labels: PageLabels
  ) {
    var text = ""
    reserve(&text, &record.blocks, for: tree, labels)
    var hasArticle = false
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      let role = labels.roles[index]
      let words = Int(features.words(of: index).rounded(.up))
      record.wordCounts[Int(role.rawValue)] += words
      let isListed = isListed[Int(role.rawValue)]
      guard role == .article || isListed else { continue }
      let string = Self.text(of: block, tree)
      if role == .article {
        if hasArticle { text += block.flags.continuesLines ? "\n" : "\n\n" }
        text += string
        hasArticle = true
      }
      guard isListed else { continue }
      if role == .caption { record.captions.append(RecordCaption(text: string)) }
      record.blocks.append(
        RecordBlock(
          role: role, kind: block.kind, text: string, score: Double(labels.scores[index]),
          density: Double(features.density.composite[Int(block.node)]),
          path: options.includesPaths ? tree.path(of: block) : nil))
    }
    record.text = text
    record.confidence = Double(labels.confidence)
    record.limits = tree.limits
    record.extractor.model = labels.model
    record.extractor.options = changes
    record.pageType = labels.pageType?.type
    record.pageTypeProbability = labels.pageType.map { Double($0.probability) }
    // Text below the depth limit is kept, so that limit cuts nothing short.
    if tree.limits.contains(where: { $0 != .depth }) {
      record.status = .partial
      record.reason = .limitReached
    } else if !hasArticle {
      record.status = .empty
      record.reason = .noContent
    }
  }
}
