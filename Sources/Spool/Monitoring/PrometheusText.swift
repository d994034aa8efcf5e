/// Writes metrics in the text format of Prometheus, version 0.0.4.
package enum PrometheusText {
  /// The media type of the text.
  package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// The text of the metrics.
  package static func text(of families: [MetricFamily]) -> String {
    var text = ""
    for family in families {
      let name = family.metric.name
      text += "# HELP \(name) \(escape(family.metric.help, quotes: false))\n"
      text += "# TYPE \(name) \(family.metric.kind.rawValue)\n"
      for sample in family.samples {
        text += "\(name)\(sample.suffix)\(labels(sample.labels)) \(number(sample.value))\n"
      }
    }
    return text
  }

  private static func labels(_ labels: [MetricLabel]) -> String {
    guard !labels.isEmpty else { return "" }
    let pairs = labels.map { "\($0.name)=\"\(escape($0.value, quotes: true))\"" }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  /// A number as Prometheus reads it: whole ones without a fraction, infinities with their sign.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    // Above this a double is whole anyway and its own description is shorter.
    if value == value.rounded(), value.magnitude < 0x1p53 { return "\(Int64(value))" }
    return value.description
  }

  private static func escape(_ text: String, quotes: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\"" where quotes: escaped += "\\\""
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
