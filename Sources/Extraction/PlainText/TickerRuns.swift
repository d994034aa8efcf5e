/// Finds runs of short lines full of numbers: stock quotes, exchange rates, scores.
enum TickerRuns {
  /// The lines that belong to such a run.
  static func find(_ statistics: [BlockStatistics]) -> Set<Int> {
    var found: Set<Int> = []
    var start = 0
    for index in 0...statistics.count {
      if index < statistics.count, isTickerLine(statistics[index]) { continue }
      if index - start >= PlainTextThresholds.tickerLines { found.formUnion(start..<index) }
      start = index + 1
    }
    return found
  }

  private static func isTickerLine(_ counts: BlockStatistics) -> Bool {
    counts.words >= 2 && counts.words <= PlainTextThresholds.tickerWords
      && Float(counts.numbers) / counts.words >= PlainTextThresholds.tickerNumbers
      && counts.digits >= 3
  }
}
