/// Labels the lines of a text dump, which has no markup left: by shape, repetition and place.
///
/// A dump is what a browser's "copy all" or a text converter leaves of a page, so the same parts are in it,
/// in the same order: tickers and menus, headline, byline, article with captions and links between its
/// paragraphs, then teasers or comments.
struct PlainTextLabeller {
  private let statistics: [BlockStatistics]
  private let text: [UInt8]
  private let blocks: [Block]
  private let repetitions: [UInt32]
  private var roles: [Role]
  private let trace: LabelTrace?

  /// The roles of the blocks of a plain text.
  static func roles(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, trace: LabelTrace? = nil
  ) -> [Role] {
    var labeller = Self(tree, features, trace: trace)
    labeller.label()
    return labeller.roles
  }

  private init(
    _ tree: borrowing BlockTree, _ features: borrowing PageFeatures, trace: LabelTrace?
  ) {
    self.trace = trace
    trace?.textRules = Array(repeating: .rest, count: tree.blocks.count)
    statistics = features.statistics
    text = tree.text
    blocks = tree.blocks
    repetitions = features.repetitions.counts
    roles = Array(repeating: .other, count: tree.blocks.count)
  }

  private mutating func label() {
    guard !roles.isEmpty else { return }
    let tickers = TickerRuns.find(statistics)
    let teasers = TeaserCycles.find(statistics, repetitions: repetitions)
    let isProse = statistics.indices.map { index in
      !tickers.contains(index) && !teasers.contains(index) && isParagraph(index)
        && !isCaption(index)
    }
    guard let main = mainRun(isProse) else { return labelWithoutMain(tickers) }
    for index in roles.indices {
      if tickers.contains(index) {
        set(index, .ticker, .tickerRun)
      } else if index < main.lowerBound {
        set(index, .navigation, .beforeMain)
      } else if main.contains(index) {
        labelInside(index, isProse: isProse)
      } else if teasers.contains(index) {
        set(index, .related, .teaserCycle)
      }
    }
    labelHead(before: main.lowerBound)
    labelTail(from: main.upperBound, teasers: teasers)
  }

  /// The text of a line, made when it is asked for: that of all lines would be a second copy of the page.
  private func text(of index: Int) -> String {
    let block = blocks[index]
    return String(decoding: text[Int(block.textStart)..<Int(block.textEnd)], as: UTF8.self)
  }

  private mutating func set(_ index: Int, _ role: Role, _ rule: PlainTextRule) {
    roles[index] = role
    trace?.textRules[index] = rule
  }

  /// Text with no paragraph at all: a list, a table of prices, a poem.
  private mutating func labelWithoutMain(_ tickers: Set<Int>) {
    for index in roles.indices {
      if tickers.contains(index) {
        set(index, .ticker, .tickerRun)
      } else {
        set(index, .article, .noProse)
      }
    }
  }

  private func isParagraph(_ index: Int) -> Bool {
    let counts = statistics[index]
    guard counts.words >= PlainTextThresholds.paragraphWords else { return false }
    return counts.endsSentence || counts.words >= PlainTextThresholds.longParagraphWords
  }

  /// A line printed twice in a row: a caption and its alternative text.
  private func isCaption(_ index: Int) -> Bool {
    let hash = statistics[index].textHash
    guard hash != 0, statistics[index].words >= PlainTextThresholds.captionWords else {
      return false
    }
    let isBefore = index > 0 && statistics[index - 1].textHash == hash
    let isAfter = index + 1 < statistics.count && statistics[index + 1].textHash == hash
    return isBefore || isAfter
  }

  /// The run of blocks with the most prose: each paragraph gains its words, each other block costs.
  private func mainRun(_ isProse: [Bool]) -> Range<Int>? {
    var best: (range: Range<Int>, gain: Float) = (0..<0, 0)
    var start = 0
    var gain: Float = 0
    for index in isProse.indices {
      if gain <= 0 {
        start = index
        gain = 0
      }
      gain += isProse[index] ? statistics[index].words : -PlainTextThresholds.gapCost
      if isProse[index], gain > best.gain { best = (start..<(index + 1), gain) }
    }
    return best.gain > 0 ? best.range : nil
  }

  private mutating func labelInside(_ index: Int, isProse: [Bool]) {
    if isProse[index] { return set(index, .article, .prose) }
    if isCaption(index) { return set(index, .caption, .printedTwice) }
    let counts = statistics[index]
    let isLink =
      !counts.endsSentence && !counts.endsInColon
      && counts.words >= PlainTextThresholds.linkWords
      && counts.words < PlainTextThresholds.longParagraphWords
    let isBetweenParagraphs =
      index > 0 && isProse[index - 1] && index + 1 < isProse.count && isProse[index + 1]
    if isLink, isBetweenParagraphs {
      set(index, .related, .linkBetweenParagraphs)
    } else {
      set(index, .article, .insideMain)
    }
  }

  /// Headline, byline and captions above the article.
  private mutating func labelHead(before start: Int) {
    var title: Int?
    var index = start - 1
    while index >= 0, roles[index] != .ticker {
      if isCaption(index) {
        set(index, .caption, .printedTwice)
      } else if title == nil {
        if DateText.isDated(text(of: index)) {
          set(index, .byline, .datedLine)
        } else if statistics[index].words >= PlainTextThresholds.titleWords {
          set(index, .title, .headline)
          title = index
        } else {
          set(index, .byline, .shortLine)
        }
      } else if DateText.isDated(text(of: index)) {
        set(index, .other, .dateAboveHeadline)
      }
      index -= 1
    }
  }

  /// What follows the article: source lines, comments, teasers.
  private mutating func labelTail(from end: Int, teasers: Set<Int>) {
    var role: Role?
    for index in end..<roles.count {
      guard roles[index] != .ticker else { continue }
      if CommentHeadings.begins(text(of: index)) {
        role = .comment
      } else if role != .comment, leadsToTeasers(index, teasers) {
        role = .related
      }
      if let role {
        set(index, role, role == .comment ? .belowCommentHeading : .belowTeasers)
      } else if isCaption(index) {
        set(index, .caption, .printedTwice)
      } else if DateText.isDated(text(of: index)) || text(of: index).contains("www.") {
        set(index, .byline, .sourceLine)
      }
    }
  }

  private func leadsToTeasers(_ index: Int, _ teasers: Set<Int>) -> Bool {
    teasers.contains(index) || (index + 1 < roles.count && teasers.contains(index + 1))
  }
}
