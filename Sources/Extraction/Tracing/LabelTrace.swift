/// What the labelling did to each block of a page, collected while it does it.
///
/// Nothing is collected unless somebody asks: the labellers hold `nil` then.
final class LabelTrace {
  /// Whether the fitted trees scored the page.
  var usesModel = false
  /// Whether the page was too bare for the trees, so that the rules labelled it.
  var isBareDocument = false
  /// The probability of main content of each block, and the same tempered by that of its role.
  var probabilities: [Float] = []
  var joined: [Float] = []
  /// The probabilities of the ten roles of each block, ten values a block.
  var roleProbabilities: [Float] = []
  /// The blocks chosen as main content, and those of them that are no stray entries.
  var chosen: [Bool] = []
  var kept: [Bool] = []
  /// The role of each block before lines of links between paragraphs were looked at.
  var choice: [Role] = []

  /// The terms of each block's score by the rules.
  var ruleTerms: [[(term: RuleTerm, amount: Float)]] = []
  /// The choice of the rules before it was mended, and after.
  var ruleChoice: [Bool] = []
  var mendedChoice: [Bool] = []
  /// Whether the page had too few words to have content.
  var isTooShort = false
  /// Whether the page holds nothing but a few sentences, which are its content then.
  var isPlainNote = false
  /// The rule that gave each block its role.
  var roleRules: [RoleRule] = []
  /// The rule that gave each line of a text dump its role.
  var textRules: [PlainTextRule] = []

  /// Begins the scores of a page of so many blocks by the rules; what an earlier try noted is dropped.
  func beginRuleScores(blockCount: Int) {
    ruleTerms = Array(repeating: [], count: blockCount)
  }

  /// Takes in what the trees say.
  func note(_ scorer: borrowing FittedScorer, choice: [Role]) {
    usesModel = true
    probabilities = scorer.probabilities
    joined = scorer.joined
    roleProbabilities = scorer.roleProbabilities
    self.choice = choice
  }
}
