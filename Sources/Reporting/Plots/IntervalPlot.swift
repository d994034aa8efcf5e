import Evaluation

/// Figures as points with their intervals, one below the other.
struct IntervalPlot {
  /// A figure.
  struct Row {
    var name: String
    var value: Double
    var interval: Interval?
    /// The class of its point.
    var style = "mark"
    var hint: String
  }

  private static let width = 460.0
  private static let rowHeight = 22.0
  private static let left = 150.0
  private static let right = 14.0
  private static let bottom = 26.0

  let rows: [Row]
  /// The values from the left to the right of the plot.
  let range: ClosedRange<Double>
  let ticks: [Double]
  /// The value that a line stands at, if any.
  var base: Double?

  /// Writes the plot.
  func write(_ description: String, to writer: inout HTMLWriter) {
    let height = Double(rows.count) * Self.rowHeight + Self.bottom
    writer.element(
      "svg",
      [
        "class": "plot", "role": "img", "aria-label": description,
        "viewBox": "0 0 \(Int(Self.width)) \(Int(height))",
      ]
    ) { writer in
      let floor = height - Self.bottom
      for tick in ticks {
        Draw.line(from: (x(tick), 0), to: (x(tick), floor), "grid", &writer)
        Draw.text(
          FixedPoint.text(tick, decimals: 2), at: (x(tick), floor + 16), anchor: "middle", &writer)
      }
      if let base { Draw.line(from: (x(base), 0), to: (x(base), floor), "axis", &writer) }
      for (index, row) in rows.enumerated() {
        write(row, at: (Double(index) + 0.5) * Self.rowHeight, to: &writer)
      }
    }
  }

  private func write(_ row: Row, at y: Double, to writer: inout HTMLWriter) {
    Draw.text(row.name, at: (Self.left - 8, y + 4), anchor: "end", &writer)
    if let interval = row.interval {
      Draw.line(from: (x(interval.low), y), to: (x(interval.high), y), "whisker", &writer)
    }
    Draw.circle((x(row.value), y), radius: 4.5, row.style, hint: row.hint, &writer)
  }

  private func x(_ value: Double) -> Double {
    let clamped = min(max(value, range.lowerBound), range.upperBound)
    let share = (clamped - range.lowerBound) / (range.upperBound - range.lowerBound)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }
}
