import Spool
import Testing

struct PrometheusTextTests {
  @Test func familyHasItsHelpTypeAndSamples() {
    let family = MetricFamily(
      .documents, [MetricSample(3, [MetricLabel("status", "ok")]), MetricSample(0.5)])
    #expect(
      PrometheusText.text(of: [family]) == """
        # HELP winnow_documents_total Documents that ended, by the status of their record.
        # TYPE winnow_documents_total counter
        winnow_documents_total{status="ok"} 3
        winnow_documents_total 0.5

        """)
  }

  @Test(arguments: [
    (0.0, "0"), (-2, "-2"), (1e15, "1000000000000000"), (0.25, "0.25"), (.infinity, "+Inf"),
    (-.infinity, "-Inf"), (.nan, "NaN"), (1e300, "1e+300"),
  ])
  func numbersAreThoseOfPrometheus(value: Double, text: String) {
    let lines = PrometheusText.text(of: [MetricFamily(.inFlight, value)]).split(separator: "\n")
    #expect(lines.last == "winnow_in_flight \(text)")
  }

  @Test func labelValuesAreEscaped() {
    let family = MetricFamily(
      .buildInfo, [MetricSample(1, [MetricLabel("version", "a\"b\\c\nd")])])
    #expect(PrometheusText.text(of: [family]).contains(#"{version="a\"b\\c\nd"} 1"#))
  }
}
