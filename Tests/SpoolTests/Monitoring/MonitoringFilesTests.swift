import Foundation
import Spool
import TestSupport
import Testing

/// The files for operators agree with the code.
struct MonitoringFilesTests {
  private static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines of the table of docs/MONITORING.md that these metrics make.
  private static var table: String {
    let rows = Metric.allCases.map { metric in
      let labels = metric.labels.isEmpty ? "" : "{\(metric.labels.joined(separator: ", "))}"
      return "| `\(metric.name)\(labels)` | \(metric.kind.rawValue) | \(metric.help) |"
    }
    return (["| metric | type | what it tells |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  @Test func everyMetricIsInTheGuide() throws {
    let guide = try Self.text("docs/MONITORING.md")
    let start = try #require(guide.firstRange(of: "<!-- metrics: from the code -->\n"))
    let end = try #require(guide.firstRange(of: "\n<!-- end of metrics -->"))
    let table = guide[start.upperBound..<end.lowerBound]
    #expect(table == Self.table, "the table should be:\n\(Self.table)")
  }

  @Test(arguments: ["monitoring/winnow.rules.yml", "monitoring/winnow.dashboard.json"])
  func rulesAndDashboardNameMetricsThatThereAre(path: String) throws {
    let histogram = ["_bucket", "_sum", "_count"]
    let known = Set(
      Metric.allCases.flatMap { metric in
        metric.kind == .histogram ? histogram.map { metric.name + $0 } : [metric.name]
      })
    let text = try Self.text(path).replacing(/(?m)^\s*#.*$/, with: "")
      .replacing(/(?m)^.*(summary|description):.*$/, with: "")
    let names = Set(text.matches(of: /\bwinnow_[a-z0-9_]+/).map { String($0.output) })
    #expect(!names.isEmpty)
    #expect(names.subtracting(known) == [])
  }

  @Test func everyAlertIsInTheGuideAndIsTried() throws {
    let rules = try Self.text("monitoring/winnow.rules.yml")
    let guide = try Self.text("docs/MONITORING.md")
    let trial = try Self.text("monitoring/winnow.rules.test.yml")
    let alerts = rules.matches(of: /- alert: (\w+)/).map { String($0.output.1) }
    #expect(alerts.count == 14)
    for alert in alerts {
      #expect(guide.contains("`\(alert)`"), "\(alert)")
      #expect(trial.contains("alertname: \(alert)\n"), "\(alert)")
    }
  }
}
