import Evaluation

/// How many pages reach which word F1.
enum HistogramPlot {
  private static let barCount = 20

  /// Writes the plot.
  static func write(_ pages: [BenchmarkPage], to writer: inout HTMLWriter) {
    let scores = pages.compactMap { $0.score.text?.scoresOfPage.f1 }
    var counts = [Int](repeating: 0, count: barCount)
    for score in scores { counts[min(Int(score * Double(barCount)), barCount - 1)] += 1 }
    let area = PlotArea(
      horizontal: .share("word F1 of a page's text"),
      vertical: .count(to: counts.max() ?? 0, "pages"))
    area.write("Pages by word F1 of their text", to: &writer) { writer in
      for (index, count) in counts.enumerated() {
        let low = Double(index) / Double(barCount)
        let high = Double(index + 1) / Double(barCount)
        let top = area.y(Double(count))
        Draw.rectangle(
          (area.x(low) + 0.5, top), width: area.x(high) - area.x(low) - 1,
          height: area.y(0) - top, "mark",
          hint:
            "\(FixedPoint.text(low, decimals: 2))–\(FixedPoint.text(high, decimals: 2)): \(count) pages",
          &writer)
      }
    }
  }
}
