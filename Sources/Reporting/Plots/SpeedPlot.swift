import Evaluation
private import Glibc

/// The time that each page took against its size, both on logarithmic scales.
enum SpeedPlot {
  /// Points drawn at the most; more only cover one another.
  private static let mostPoints = 2_000

  /// Writes the plot.
  static func write(_ pages: [BenchmarkPage], to writer: inout HTMLWriter) {
    let points = pages.compactMap { page in
      page.seconds.map { (page.id, log10(Double(max(page.byteCount, 1))), log10(max($0, 1e-6))) }
    }
    guard !points.isEmpty else { return }
    let sizes = decades(points.map(\.1))
    let times = decades(points.map(\.2))
    let area = PlotArea(
      horizontal: axis(sizes, "bytes of the page", label: size),
      vertical: axis(times, "processor time", label: time))
    area.write("Processor time of each page by its size", to: &writer) { writer in
      let step = max(1, points.count / mostPoints)
      for index in stride(from: 0, to: points.count, by: step) {
        let (id, size, time) = points[index]
        Draw.circle(
          (area.x(size), area.y(time)), radius: 2.5, "mark", opacity: 0.5,
          hint:
            "\(id): \(Int(pow(10, size).rounded())) bytes, \(FixedPoint.text(pow(10, time) * 1e3, decimals: 2)) ms",
          &writer)
      }
    }
  }

  private static func decades(_ values: [Double]) -> ClosedRange<Double> {
    let low = (values.min() ?? 0).rounded(.down)
    return low...max((values.max() ?? 1).rounded(.up), low + 1)
  }

  private static func axis(
    _ range: ClosedRange<Double>, _ title: String, label: @escaping (Double) -> String
  ) -> PlotArea.Axis {
    PlotArea.Axis(
      range: range, ticks: Array(stride(from: range.lowerBound, through: range.upperBound, by: 1)),
      title: title, label: label)
  }

  private static func size(_ decade: Double) -> String {
    let units = ["B", "kB", "MB", "GB"]
    let unit = max(0, min(Int(decade) / 3, 3))
    return FixedPoint.text(pow(10, decade - Double(unit * 3)), decimals: 0) + " " + units[unit]
  }

  private static func time(_ decade: Double) -> String {
    decade < -3
      ? FixedPoint.text(pow(10, decade + 6), decimals: 0) + " µs"
      : decade < 0
        ? FixedPoint.text(pow(10, decade + 3), decimals: 0) + " ms"
        : FixedPoint.text(pow(10, decade), decimals: 0) + " s"
  }
}
