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
  /// The words of each block.
  private(set) var words: [Float] = []
  /// The probabilities of the roles of a part's rows.
  private var partRoles: [Float] = []

  /// The probability of main content of each block, tempered by that of its role.
  private(set) var joined: [Float] = []
  /// The probability of main content of each block.
  private(set) var probabilities: [Float] = []
  /// The probabilities of the ten roles of each block, ten values a block, where they were asked for.
  private(set) var roleProbabilities: [Float] = []
  /// The most probable role of each block besides `article`, and its probability.
  private(set) var otherRoles: [Role] = []
  private(set) var otherProbabilities: [Float] = []
  /// The most probable kind of the page.
  private(set) var pageType: PageTypeEstimate?

  /// Computes all for a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - features: What is known of it.
  ///   - precisionBias: As ``ExpectedScore`` takes it.
  ///   - keepsRoles: Whether the probabilities of all roles are wanted.
  /// - Returns: Whether each block is chosen as main content.
  mutating func score(
    _ tree: BlockTree, _ features: PageFeatures,
    precisionBias: Float = ExpectedScore.precisionBias, keepsRoles: Bool = false
  ) -> [Bool] {
    // Of a page in parts the values of blocks are made part by part.
    var features = features
    let parts = stride(from: 0, to: tree.blocks.count, by: PageFeatures.partSize).map {
      $0..<min($0 + PageFeatures.partSize, tree.blocks.count)
    }
    types.clear()
    clear(blockCount: tree.blocks.count)
    for blocks in parts {
      fill(blocks, tree, &features)
      types.add(part)
      unsafe mainTrees.forEachSums(of: tiles) { sum, _ in
        unsafe probabilities.append(1 / (1 + expf(-sum.pointee)))
      }
    }
    for block in tree.blocks.indices { words.append(features.words(of: block)) }
    let kept = ExpectedScore.choice(probabilities, words: words)
    context.begin(probabilities, words: words, kept: kept)
    for blocks in parts {
      if parts.count > 1 { fill(blocks, tree, &features) }
      context.fill(
        CodeTiles.near(blocks, of: tree.blocks.count), probabilities, words: words, kept: kept)
      tiles.fill(context, blocks: blocks)
      appendRoles(of: blocks, keepsRoles: keepsRoles)
    }
    pageType = types.estimate()
    return ExpectedScore.choice(joined, words: words, precisionBias: precisionBias)
  }

  private mutating func clear(blockCount: Int) {
    probabilities.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    joined.removeAll(keepingCapacity: true)
    roleProbabilities.removeAll(keepingCapacity: true)
    otherRoles.removeAll(keepingCapacity: true)
    otherProbabilities.removeAll(keepingCapacity: true)
    probabilities.reserveCapacity(blockCount)
    words.reserveCapacity(blockCount)
    joined.reserveCapacity(blockCount)
    otherRoles.reserveCapacity(blockCount)
    otherProbabilities.reserveCapacity(blockCount)
  }

  private mutating func fill(
    _ blocks: Range<Int>, _ tree: BlockTree, _ features: inout PageFeatures
  ) {
    features.load(CodeTiles.near(blocks, of: tree.blocks.count), of: tree)
    part.compute(tree, features, blocks: blocks)
    tiles.fill(part, tree, features)
  }

  private mutating func appendRoles(of blocks: Range<Int>, keepsRoles: Bool) {
    let classes = roleTrees.classCount
    precondition(tiles.rowCount == blocks.count, "a row for each block")
    partRoles.reset(count: blocks.count * classes)
    unsafe partRoles.withUnsafeMutableBufferPointer { roles in
      var first = 0
      unsafe roleTrees.forEachSums(of: tiles) { sum, stride in
        // The tiles have a row for each of the blocks.
        for role in 0..<classes { unsafe roles[first + role] = sum[role * stride] }
        first += classes
      }
    }
    Softmax.apply(to: &partRoles, classes: classes)
    if keepsRoles { roleProbabilities += partRoles }
    types.add(partRoles, of: blocks, words: words)
    let allRoles = Role.allCases
    for (row, block) in blocks.enumerated() {
      let other = RoleChoice.other(partRoles, from: row * classes, of: allRoles)
      otherRoles.append(other.role)
      otherProbabilities.append(other.probability)
      appendJoined(block, article: partRoles[row * classes + Int(Role.article.rawValue)])
    }
  }

  /// What the role's probability of `article` weighs beside that of main content.
  ///
  /// Of 0, 0.2 and 0.4 the second was best out of fold on the development pages (.8689, .8719, .8706).
  private static let roleShare: Float = 0.2
  /// A probability under any that the trees give, so that no block is wholly ruled out by its role.
  private static let leastProbability: Float = 1e-4

  /// The weighted geometric mean of the probabilities of main content and of the role `article`.
  private mutating func appendJoined(_ block: Int, article: Float) {
    joined.append(
      powf(probabilities[block], 1 - Self.roleShare)
        * powf(article + Self.leastProbability, Self.roleShare))
  }
}
