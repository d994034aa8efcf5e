/// The frame of a plot: where its values lie, and its axes with their marks.
struct PlotArea {
  /// Values along one side, and how they are written.
  struct Axis {
    /// The least and the largest value.
    var range: ClosedRange<Double>
    /// The values that are marked.
    var ticks: [Double]
    /// What the values are.
    var title: String
    /// Writes a marked value.
    var label: (Double) -> String

    /// Shares from 0 to 1, marked at each fifth.
    static func share(_ title: String) -> Self {
      Self(
        range: 0...1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], title: title,
        label: { FixedPoint.text($0, decimals: 1) })
    }

    /// Counts from 0 to at least `largest`, marked at round numbers.
    static func count(to largest: Int, _ title: String) -> Self {
      let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000]
      let step = steps.first { largest <= $0 * 5 } ?? max(largest / 4, 1)
      let top = max((largest + step - 1) / step, 1) * step
      return Self(
        range: 0...Double(top), ticks: stride(from: 0, through: top, by: step).map(Double.init),
        title: title, label: { String(Int($0)) })
    }
  }

  /// The size of the drawing, in units of its view box.
  static let width = 460.0
  static let height = 300.0
  private static let left = 66.0
  private static let right = 12.0
  private static let top = 10.0
  private static let bottom = 44.0

  let horizontal: Axis
  let vertical: Axis

  /// The place of a value along the horizontal axis.
  func x(_ value: Double) -> Double {
    let span = horizontal.range.upperBound - horizontal.range.lowerBound
    let share = (value - horizontal.range.lowerBound) / span
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  /// The place of a value along the vertical axis.
  func y(_ value: Double) -> Double {
    let span = vertical.range.upperBound - vertical.range.lowerBound
    let share = (value - vertical.range.lowerBound) / span
    return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
  }

  /// Writes the plot with what `content` draws in it.
  ///
  /// - Parameters:
  ///   - description: What the plot shows, for those who do not see it.
  ///   - writer: Takes in the drawing.
  ///   - content: Draws in it.
  func write(
    _ description: String, to writer: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    writer.element(
      "svg",
      [
        "class": "plot", "role": "img", "aria-label": description,
        "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.height))",
      ]
    ) { writer in
      writeAxes(to: &writer)
      content(&writer)
    }
  }

  private func writeAxes(to writer: inout HTMLWriter) {
    let floor = y(vertical.range.lowerBound)
    for tick in vertical.ticks {
      Draw.line(
        from: (x(horizontal.range.lowerBound), y(tick)), to: (Self.width - Self.right, y(tick)),
        "grid", &writer)
      Draw.text(vertical.label(tick), at: (Self.left - 6, y(tick) + 4), anchor: "end", &writer)
    }
    for tick in horizontal.ticks {
      Draw.line(from: (x(tick), floor), to: (x(tick), floor + 4), "axis", &writer)
      Draw.text(horizontal.label(tick), at: (x(tick), floor + 17), anchor: "middle", &writer)
    }
    Draw.line(
      from: (x(horizontal.range.lowerBound), floor), to: (Self.width - Self.right, floor), "axis",
      &writer)
    let middle = (x(horizontal.range.lowerBound) + Self.width - Self.right) / 2
    Draw.text(
      horizontal.title, at: (middle, Self.height - 8), anchor: "middle", style: "dim", &writer)
    writer.element(
      "text",
      [
        "class": "dim", "text-anchor": "middle",
        "transform":
          "translate(12 \(Draw.number((y(vertical.range.upperBound) + floor) / 2))) rotate(-90)",
      ], text: vertical.title)
  }
}
