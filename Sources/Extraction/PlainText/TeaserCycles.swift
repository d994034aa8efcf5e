/// Finds lists of teasers that read like prose: headline, snippet and date of one page after another.
///
/// A dump prints a teaser's headline or snippet twice, since the markup held it for two layouts, or cuts its
/// snippet off in the middle of a sentence.
enum TeaserCycles {
  /// The lines that belong to such a list.
  static func find(_ statistics: [BlockStatistics], repetitions: [UInt32]) -> Set<Int> {
    var found: Set<Int> = []
    var start = 0
    var last = -1
    for index in 0...statistics.count {
      let isEnd = index == statistics.count
      if !isEnd, isPartOfTeaser(index, statistics, repetitions) {
        last = index
        continue
      }
      // One line that fits no pattern, such as a headline without its double, does not end the list.
      if !isEnd, last >= start, index - last < 2, !isClearParagraph(statistics[index]) { continue }
      if last - start + 1 >= PlainTextThresholds.teaserLines { found.formUnion(start...last) }
      start = index + 1
      last = index
    }
    return found
  }

  private static func isPartOfTeaser(
    _ index: Int, _ statistics: [BlockStatistics], _ repetitions: [UInt32]
  ) -> Bool {
    if repetitions[index] > 1, !isAdjacentTwin(index, statistics, repetitions) { return true }
    let counts = statistics[index]
    if repetitions[index] > 1, counts.words < 20, !counts.endsSentence { return true }
    return DateText.isDateOnly(counts)
  }

  /// A long line printed twice in a row and nowhere else is a caption.
  private static func isAdjacentTwin(
    _ index: Int, _ statistics: [BlockStatistics], _ repetitions: [UInt32]
  ) -> Bool {
    let hash = statistics[index].textHash
    let isBefore = index > 0 && statistics[index - 1].textHash == hash
    let isAfter = index + 1 < statistics.count && statistics[index + 1].textHash == hash
    return isBefore || isAfter
  }

  private static func isClearParagraph(_ counts: BlockStatistics) -> Bool {
    counts.words >= PlainTextThresholds.paragraphWords && counts.endsSentence
  }
}
