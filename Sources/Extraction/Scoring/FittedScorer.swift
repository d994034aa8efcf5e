private import Glibc

/// Probabilities from the fitted trees: of main content, and of the ten roles.
///
/// The buffers are reused from page to page.
struct FittedScorer {
  private var mainTrees = TreeEnsemble.main
  private var roleTrees = TreeEnsemble.role
  private var types = TypeForest()
  private var part = PartFeatures()
  private var tiles = CodeTiles()
  private var context = ContextTable()
  private var words: [Float] = []
  /// The probabilities of the roles of a part's rows.
  private var partRoles: [Float] = []

  /// The probability of main content of each block, tempered by that of its role.
  private(set) var joined: [Float] = []
  /// The probability of main content of each block.
  private(set) var probabilities: [Float] = []
  /// The probabilities of the ten roles of each block, ten values a block.
  private(set) var roleProbabilities: [Float] = []
  /// The most probable kind of the page.
  private(set) var pageType: PageTypeEstimate?

  /// Blocks whose rows are held at a time.
  ///
  /// A row takes nearly a kilobyte, so that a page of millions of blocks would fill the memory; pages that people
  /// wrote fit one part, whose rows are then computed once.
  private static let partSize = 4096

  /// Computes all for a page.
  ///
  /// - Returns: Whether each block is chosen as main content.
  mutating func score(
    _ tree: BlockTree, _ features: PageFeatures,
    precisionBias: Float = ExpectedScore.precisionBias
  ) -> [Bool] {
    let parts = stride(from: 0, to: tree.blocks.count, by: Self.partSize).map {
      $0..<min($0 + Self.partSize, tree.blocks.count)
    }
    types.clear()
    probabilities.removeAll(keepingCapacity: true)
    for blocks in parts {
      fill(blocks, tree, features)
      types.add(part)
      unsafe mainTrees.forEachSums(of: tiles) { sum, _ in
        unsafe probabilities.append(1 / (1 + expf(-sum.pointee)))
      }
    }
    words.removeAll(keepingCapacity: true)
    for entry in features.statistics { words.append(entry.words) }
    let kept = ExpectedScore.choice(probabilities, words: words)
    context.compute(probabilities, words: words, kept: kept)
    roleProbabilities.removeAll(keepingCapacity: true)
    for blocks in parts {
      if parts.count > 1 { fill(blocks, tree, features) }
      tiles.fill(context, blocks: blocks)
      appendRoles()
    }
    pageType = estimateType()
    joinProbabilities()
    return ExpectedScore.choice(joined, words: words, precisionBias: precisionBias)
  }

  private mutating func fill(_ blocks: Range<Int>, _ tree: BlockTree, _ features: PageFeatures) {
    part.compute(tree, features, blocks: blocks)
    tiles.fill(part, tree, features)
  }

  private mutating func appendRoles() {
    let classes = roleTrees.classCount
    partRoles.removeAll(keepingCapacity: true)
    unsafe roleTrees.forEachSums(of: tiles) { sum, stride in
      for role in 0..<classes { unsafe partRoles.append(sum[role * stride]) }
    }
    Softmax.apply(to: &partRoles, classes: classes)
    roleProbabilities += partRoles
  }

  private mutating func estimateType() -> PageTypeEstimate? {
    let classes = roleTrees.classCount
    for block in words.indices {
      types.add(roleProbabilities[(block * classes)..<((block + 1) * classes)], words: words[block])
    }
    return types.estimate()
  }

  /// What the role's probability of `article` weighs beside that of main content.
  ///
  /// Of 0, 0.2 and 0.4 the second was best out of fold on the development pages (.8689, .8719, .8706).
  private static let roleShare: Float = 0.2
  /// A probability under any that the trees give, so that no block is wholly ruled out by its role.
  private static let leastProbability: Float = 1e-4

  /// The weighted geometric mean of the probabilities of main content and of the role `article`.
  private mutating func joinProbabilities() {
    joined.removeAll(keepingCapacity: true)
    let roleCount = Role.allCases.count
    for block in probabilities.indices {
      let article = roleProbabilities[block * roleCount + Int(Role.article.rawValue)]
      joined.append(
        powf(probabilities[block], 1 - Self.roleShare)
          * powf(article + Self.leastProbability, Self.roleShare))
    }
  }
}
