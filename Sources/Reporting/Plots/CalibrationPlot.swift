import Evaluation

/// The word F1 that pages reach against the one that was expected of them.
enum CalibrationPlot {
  /// Writes the plot.
  static func write(_ reliability: Reliability, to writer: inout HTMLWriter) {
    let area = PlotArea(
      horizontal: .share("confidence: expected word F1"), vertical: .share("true word F1, mean"))
    area.write("True word F1 by confidence; on the diagonal they agree", to: &writer) { writer in
      Draw.line(from: (area.x(0), area.y(0)), to: (area.x(1), area.y(1)), "axis", &writer)
      Draw.path(
        reliability.bins.map { (area.x($0.confidence), area.y($0.f1)) }, "line", &writer)
      let largest = Double(reliability.bins.map(\.count).max() ?? 1)
      for bin in reliability.bins {
        // The area of a circle, not its width, is read as its size.
        let radius = 3 + 9 * (Double(bin.count) / largest).squareRoot()
        Draw.circle(
          (area.x(bin.confidence), area.y(bin.f1)), radius: radius, "mark", opacity: 0.75,
          hint:
            "\(bin.count) pages: expected \(FixedPoint.share(bin.confidence)), true \(FixedPoint.share(bin.f1))",
          &writer)
      }
    }
  }
}
