/// Tells the steps that led to a block's role.
struct StepReader {
  private let tree: BlockTree
  private let labels: PageLabels
  private let trace: LabelTrace
  private let cut: Float?

  /// A reader of what was noted while the page was labelled.
  init(_ tree: BlockTree, _ labels: PageLabels, _ trace: LabelTrace) {
    self.tree = tree
    self.labels = labels
    self.trace = trace
    cut = zip(trace.joined, trace.chosen).filter(\.1).map(\.0).min()
  }

  /// The steps of a block, in their order.
  func steps(of block: Int) -> [TraceStep] {
    if !trace.textRules.isEmpty {
      return [TraceStep(.rule, trace.textRules[block].words, role: labels.roles[block])]
    }
    var steps: [TraceStep] = []
    if trace.usesModel, !trace.isBareDocument {
      steps = modelSteps(of: block)
    } else {
      if trace.isBareDocument {
        steps.append(
          TraceStep(
            .rule,
            "the page has \(Thresholds.fewestBlocksOfASite) blocks at the most and the trees found no article: rules label it"
          ))
      }
      steps += ruleSteps(of: block)
    }
    if labels.roles[block] != trace.choice[block] {
      steps.append(
        TraceStep(
          .structure,
          labels.roles[block] == .byline
            ? "a line above the first paragraph that names an author or a date"
            : "a line that is all link stands between two paragraphs: a teaser",
          role: labels.roles[block]))
    }
    return steps
  }

  // MARK: - Trees

  private func modelSteps(of block: Int) -> [TraceStep] {
    let count = Role.allCases.count
    let probabilities = Array(trace.roleProbabilities[block * count..<(block + 1) * count])
    let ranked = Role.allCases.sorted {
      probabilities[Int($0.rawValue)] > probabilities[Int($1.rawValue)]
    }
    func named(_ role: Role) -> String {
      "\(role.name) \(FeaturePhrase.share(probabilities[Int(role.rawValue)]))"
    }
    var steps = [
      TraceStep(
        .trees, "the trees give \(named(ranked[0])), then \(named(ranked[1]))", role: ranked[0])
    ]
    steps.append(choiceStep(of: block))
    if trace.chosen[block], !trace.kept[block] {
      let isNotice =
        tree.ancestor(of: Int(tree.blocks[block].node), where: { $0.name == .noscript }) != nil
      steps.append(
        TraceStep(
          .structure,
          isNotice
            ? "nothing is chosen but a notice for readers without scripts: the page has no content"
            : "little of its list or table was chosen, so none of it is kept"))
    }
    if trace.kept[block], !trace.chosen[block] {
      steps.append(
        TraceStep(.structure, "most of the lines that line breaks join it to were chosen"))
    }
    steps.append(roleStep(of: block, probabilities))
    return steps
  }

  private func choiceStep(of block: Int) -> TraceStep {
    let own = FeaturePhrase.share(trace.joined[block])
    guard let cut else {
      return TraceStep(.choice, "no block of the page is probable enough as main content")
    }
    let limit = FeaturePhrase.share(cut)
    return trace.chosen[block]
      ? TraceStep(.choice, "chosen as main content: \(own), and this page's cut is \(limit)")
      : TraceStep(.choice, "not chosen as main content: \(own), under this page's cut \(limit)")
  }

  private func roleStep(of block: Int, _ probabilities: [Float]) -> TraceStep {
    let role = trace.choice[block]
    let share = FeaturePhrase.share(probabilities[Int(role.rawValue)])
    if role == .article { return TraceStep(.choice, "main content is article", role: role) }
    return trace.kept[block]
      ? TraceStep(
        .choice,
        "chosen, but \(role.name) is more probable than \(FeaturePhrase.share(RoleChoice.cut)): \(share)",
        role: role)
      : TraceStep(
        .choice, "the most probable role besides article: \(role.name) \(share)", role: role)
  }

  // MARK: - Rules

  private func ruleSteps(of block: Int) -> [TraceStep] {
    var steps = trace.ruleTerms[block].map { term, amount in
      let sign = amount < 0 ? "−" : "+"
      return TraceStep(.score, "\(term.words): \(sign)\(FeaturePhrase.share(abs(amount)))")
    }
    let score = FeaturePhrase.share(labels.scores[block])
    let isChosen = trace.ruleChoice[block]
    let limit = FeaturePhrase.share(RuleScorer.cut)
    steps.append(
      TraceStep(
        .choice,
        isChosen
          ? "score \(score): chosen as main content, from \(limit) on"
          : "score \(score): not chosen as main content, under \(limit)"))
    if trace.mendedChoice[block] != isChosen {
      steps.append(
        TraceStep(
          .structure,
          isChosen
            ? "a heading that nothing chosen follows is dropped"
            : "a short gap between chosen blocks of one element is closed"))
    }
    if trace.isTooShort, trace.mendedChoice[block] {
      steps.append(
        TraceStep(
          .choice,
          "fewer than \(FeaturePhrase.number(Thresholds.fewestWords)) words were chosen: the page has no content"
        ))
    }
    if trace.isPlainNote {
      steps.append(
        TraceStep(
          .choice, "the page is a few sentences and nothing else: they are its content"))
    }
    steps.append(TraceStep(.rule, trace.roleRules[block].words, role: trace.choice[block]))
    return steps
  }
}
