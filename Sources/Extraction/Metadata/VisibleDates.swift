/// The dates that a page shows near its title.
struct VisibleDates {
  /// How many blocks before and after the title a byline may stand.
  ///
  /// Generous, not fitted: dates further away are mostly those of other pages' teasers.
  static let window = -12...25

  /// A date and how it is marked.
  struct Entry {
    var date: WrittenDate
    var label: DateLabel?
    /// Blocks between it and the title.
    var distance: Int
    /// Whether the text of the page stands between it and the title.
    var isBelowText = false
  }

  /// The least length of a block that is text and no line of a head, in bytes.
  private static let shortestText = 90
  /// How many such blocks are the page's text: one may be what stands under the headline to lead in.
  private static let fewestTexts = 2

  /// The dates, those in marked elements first, then by distance from the title.
  private(set) var entries: [Entry] = []

  /// The day that all marked dates far from the title agree on, if they do.
  ///
  /// Where they differ, they are those of other pages.
  private(set) var onlyDistantDate: WrittenDate?

  /// The dates of a page whose title stands at that block.
  init(evidence: MetadataEvidence, reader: DateReader, titleBlock: Int?) {
    let marked = Self.marked(evidence, reader: reader)
    let longTexts = Self.longTexts(evidence.outline.shortTexts, titleBlock: titleBlock)
    var near: [Entry] = []
    var distant: [WrittenDate] = []
    for (entry, block) in marked {
      if let distance = Self.distance(block, titleBlock) {
        near.append(
          Entry(
            date: entry.date, label: entry.label, distance: distance,
            isBelowText: Self.isBelow(longTexts, block)))
      } else if entry.label != .modified {
        distant.append(entry.date)
      }
    }
    if let first = distant.first, distant.allSatisfy(first.isSameDay) { onlyDistantDate = first }
    let texts = Self.entries(
      evidence.outline.shortTexts, reader: reader, titleBlock: titleBlock, longTexts: longTexts)
    entries = Self.sorted(near) + Self.sorted(texts)
  }

  /// The dates in `time` elements and in elements that say that they hold one, with their blocks.
  private static func marked(
    _ evidence: MetadataEvidence, reader: DateReader
  ) -> [(date: ShownDate, block: Int)] {
    var marked: [(date: ShownDate, block: Int)] = []
    for time in evidence.declarations.times {
      let date =
        time.datetime.flatMap(reader.declared) ?? reader.shown(in: time.text).first?.date
      guard let date else { continue }
      marked.append((ShownDate(date: date, label: label(hints: time.hints)), time.block))
    }
    for candidate in evidence.outline.bylineCandidates
    where !candidate.hints.holds("comment") {
      for shown in reader.shown(in: candidate.text) {
        let label = shown.label ?? label(hints: candidate.hints)
        marked.append((ShownDate(date: shown.date, label: label), candidate.block))
      }
    }
    return marked
  }

  private static func entries(
    _ texts: [PageOutline.ShortText], reader: DateReader, titleBlock: Int?, longTexts: [Int]
  ) -> [Entry] {
    var entries: [Entry] = []
    // The last text that holds no date: it may be a label in a block of its own.
    var previous: PageOutline.ShortText?
    for text in texts {
      guard let distance = distance(text.block, titleBlock) else { continue }
      let dates = reader.shown(in: text.text)
      if !dates.isEmpty {
        // Only a date without a label of its own asks for it.
        let inherited =
          dates.contains { $0.label == nil }
          ? previous.flatMap { label(of: $0, at: text.block) } : nil
        for shown in dates {
          entries.append(
            Entry(
              date: shown.date, label: shown.label ?? inherited, distance: distance,
              isBelowText: isBelow(longTexts, text.block)))
        }
      }
      previous = dates.isEmpty ? text : nil
    }
    return entries
  }

  /// The blocks behind the title that are text of the page; those that are no short texts are longer ones.
  private static func longTexts(
    _ texts: [PageOutline.ShortText], titleBlock: Int?
  ) -> [Int] {
    guard let titleBlock else { return [] }
    var blocks: [Int] = []
    var next = titleBlock + 1
    for text in texts where text.block >= next {
      blocks += next..<text.block
      if text.text.utf8.count >= shortestText { blocks.append(text.block) }
      next = text.block + 1
    }
    return blocks
  }

  /// Whether most of the page's text stands above the block, and more than what leads in.
  private static func isBelow(_ texts: [Int], _ block: Int) -> Bool {
    let above = texts.count { $0 < block }
    return above >= fewestTexts && texts.count { $0 > block } < above
  }

  /// The label that a text gives to a date in the same block or the next.
  private static func label(of text: PageOutline.ShortText, at block: Int) -> DateLabel? {
    guard block - text.block <= 1 else { return nil }
    return DateLabel.label(in: DateToken.tokens(of: text.text)[...])
  }

  private static func distance(_ block: Int, _ titleBlock: Int?) -> Int? {
    guard let titleBlock else { return block }
    let difference = block - titleBlock
    return window.contains(difference) ? abs(difference) : nil
  }

  private static func label(hints: String) -> DateLabel? {
    if hints.holds("publi") || hints.holds("pubdate") || hints.holds("created") {
      return .published
    }
    return hints.holds("modif") || hints.holds("updat") ? .modified : nil
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    .map(\.element)
  }
}
