/// The shapes that plots are drawn with.
enum Draw {
  /// A place in a drawing.
  typealias Point = (x: Double, y: Double)

  /// A coordinate with one decimal.
  static func number(_ value: Double) -> String { FixedPoint.text(value, decimals: 1) }

  /// A straight line.
  static func line(
    from start: Point, to end: Point, _ style: String, _ writer: inout HTMLWriter
  ) {
    writer.element(
      "line",
      [
        "class": style, "x1": number(start.x), "y1": number(start.y), "x2": number(end.x),
        "y2": number(end.y),
      ]
    ) { _ in }
  }

  /// A line through several places.
  static func path(_ points: [Point], _ style: String, _ writer: inout HTMLWriter) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    writer.element("polyline", ["class": style, "points": list]) { _ in }
  }

  /// A rectangle with a text that shows when it is pointed at.
  static func rectangle(
    _ place: Point, width: Double, height: Double, _ style: String, opacity: Double? = nil,
    hint: String? = nil, _ writer: inout HTMLWriter
  ) {
    writer.element(
      "rect",
      [
        "class": style, "x": number(place.x), "y": number(place.y),
        "width": number(max(width, 0)), "height": number(max(height, 0)),
        "fill-opacity": opacity.map { FixedPoint.text($0, decimals: 2) },
      ]
    ) { writer in
      if let hint { writer.element("title", text: hint) }
    }
  }

  /// A circle with a text that shows when it is pointed at.
  static func circle(
    _ center: Point, radius: Double, _ style: String, opacity: Double = 1, hint: String? = nil,
    _ writer: inout HTMLWriter
  ) {
    writer.element(
      "circle",
      [
        "class": style, "cx": number(center.x), "cy": number(center.y), "r": number(radius),
        "fill-opacity": FixedPoint.text(opacity, decimals: 2),
      ]
    ) { writer in
      if let hint { writer.element("title", text: hint) }
    }
  }

  /// A text.
  static func text(
    _ text: String, at place: Point, anchor: String, style: String? = nil,
    _ writer: inout HTMLWriter
  ) {
    writer.element(
      "text",
      ["class": style, "x": number(place.x), "y": number(place.y), "text-anchor": anchor],
      text: text)
  }
}
