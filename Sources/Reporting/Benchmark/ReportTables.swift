import Evaluation
import Extraction

/// The tables of a report.
struct ReportTables {
  private let run: BenchmarkRun

  /// The tables of a run.
  init(_ run: BenchmarkRun) { self.run = run }

  /// Figures of the main text by group.
  func addText(_ groups: [BenchmarkGroup], to writer: inout HTMLWriter) {
    let figures: [(Figure, String)] = [
      (.textF1, "F1"), (.textPrecision, "precision"), (.textRecall, "recall"),
      (.shingleF1, "F1 of four words"), (.exact, "exact"),
      (.roleAccuracy, "words under their role"),
    ]
    let rows = groups.map { group in
      [group.name, String(group.summary.pageCount)]
        + figures.map { FixedPoint.share(group.summary[$0.0]?.value) }
    }
    write(
      "By group of pages", ["pages", "n"] + figures.map(\.1), rows,
      inner: groups.map { $0.kind != .all }, to: &writer)
  }

  /// Words by role.
  func addRoles(to writer: inout HTMLWriter) {
    guard let summary = run.summary, let roles = summary.roles else { return }
    var rows = zip(Role.allCases, roles).filter { $0.1.wanted + $0.1.found > 0 }.map {
      role, words in
      [
        role.name, String(words.wanted), FixedPoint.share(words.f1),
        Self.interval(summary[.roleF1(role)]?.interval), FixedPoint.share(words.precision),
        FixedPoint.share(words.recall),
      ]
    }
    rows.append(["macro", "", FixedPoint.share(summary.macroF1), "", "", ""])
    write(
      "Words of all pages together", ["role", "words", "F1", "95 %", "precision", "recall"], rows,
      to: &writer)
    if let confusion = run.confusion { addConfusion(confusion, to: &writer) }
  }

  private func addConfusion(_ confusion: RoleConfusion, to writer: inout HTMLWriter) {
    let names = Role.allCases.map(\.name)
    let rows = (0..<RoleConfusion.size).map { row in
      [row == RoleConfusion.none ? "invented" : names[row]]
        + (0..<RoleConfusion.size).map {
          FixedPoint.text(confusion.words(of: row, foundAs: $0), decimals: 0)
        }
    }
    writer.element("details") { writer in
      writer.element("summary", text: "The numbers of the plot, in words")
      write("Words by true and found role", ["true"] + names + ["missing"], rows, to: &writer)
    }
  }

  /// Shares of metadata that are right.
  func addMetadata(to writer: inout HTMLWriter) {
    let figures: [Figure] = [.title, .author, .published, .pageType, .language]
    let rows = figures.compactMap { figure in
      run.summary?[figure].map { entry in
        [
          figure.name, String(entry.count), FixedPoint.share(entry.value),
          Self.interval(entry.interval),
        ]
      }
    }
    write(
      "Share of pages where it is right; of author the mean word F1",
      ["field", "pages", "right", "95 %"], rows, to: &writer)
  }

  /// Confidence and what is reached.
  func addReliability(_ reliability: Reliability, to writer: inout HTMLWriter) {
    writer.element(
      "p",
      text: """
        Correlation \(FixedPoint.share(reliability.correlation)), mean error \
        \(FixedPoint.share(reliability.meanError)), calibration error \
        \(FixedPoint.share(reliability.calibrationError)).
        """)
    write(
      "By tenth of confidence", ["from", "pages", "confidence", "true F1"],
      reliability.bins.map {
        [
          FixedPoint.text(Double($0.tenth) / 10, decimals: 1), String($0.count),
          FixedPoint.share($0.confidence), FixedPoint.share($0.f1),
        ]
      }, to: &writer)
  }

  /// Speed by size.
  func addSpeed(_ speed: Speed, to writer: inout HTMLWriter) {
    let bins =
      [("all", speed.all)] + speed.bins.map { (BenchmarkTable.label($0.sizes), $0.speed) }
    write(
      "Processor time of one core", ["bytes", "pages", "pages/s", "MB/s", "median ms", "95th ms"],
      bins.map { name, speed in
        [
          name, String(speed.count), FixedPoint.text(speed.pagesPerSecond, decimals: 0),
          FixedPoint.text(speed.megabytesPerSecond, decimals: 1),
          FixedPoint.text(speed.median * 1e3, decimals: 2),
          FixedPoint.text(speed.highPercentile * 1e3, decimals: 2),
        ]
      }, to: &writer)
  }

  /// A comparison.
  func add(_ named: NamedComparison, to writer: inout HTMLWriter) {
    let rows = named.comparison.rows.map { row in
      [
        row.figure.name, FixedPoint.share(row.value), FixedPoint.share(row.base),
        FixedPoint.difference(row.difference),
        "\(FixedPoint.difference(row.interval.low))…\(FixedPoint.difference(row.interval.high))",
        row.hasFallen ? "fell" : row.hasRisen ? "rose" : "",
      ]
    }
    write(
      "Differences that are more than chance are named",
      ["figure", "now", named.name, "difference", "95 %", "verdict"], rows, to: &writer)
  }

  /// The worst pages with links to their explanations.
  func addWorst(_ pages: [BenchmarkPage], links: [String: String], to writer: inout HTMLWriter) {
    table(
      "By word F1 of the text", ["page", "F1", "roles", "confidence", "type", "language"],
      to: &writer
    ) {
      writer in
      for page in pages {
        writer.element("tr") { writer in
          writer.element("th", ["scope": "row"]) { writer in
            if let link = links[page.id] {
              writer.element("a", ["href": link], text: page.id)
            } else {
              writer.text(page.id)
            }
          }
          for cell in [
            FixedPoint.share(page.score.text?.scoresOfPage.f1),
            FixedPoint.share(page.score.roleAccuracy), FixedPoint.share(page.score.confidence),
            page.problem ?? page.pageType ?? "", page.language ?? "",
          ] {
            writer.element("td", text: cell)
          }
        }
      }
    }
  }

  private func write(
    _ caption: String, _ headings: [String], _ rows: [[String]], inner: [Bool] = [],
    to writer: inout HTMLWriter
  ) {
    table(caption, headings, to: &writer) { writer in
      for (index, row) in rows.enumerated() {
        let isInner = inner.indices.contains(index) && inner[index]
        writer.element("tr", ["class": isInner ? "inner" : nil]) { writer in
          writer.element("th", ["scope": "row"], text: row.first ?? "")
          for cell in row.dropFirst() {
            writer.element(
              "td", ["class": ["fell", "rose"].contains(cell) ? cell : nil], text: cell)
          }
        }
      }
    }
  }

  private func table(
    _ caption: String, _ headings: [String], to writer: inout HTMLWriter,
    body: (inout HTMLWriter) -> Void
  ) {
    writer.element(
      "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": caption]
    ) {
      writer in
      writer.element("table") { writer in
        writer.element("caption", text: caption)
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for heading in headings { writer.element("th", ["scope": "col"], text: heading) }
          }
        }
        writer.element("tbody") { body(&$0) }
      }
    }
  }

  private static func interval(_ interval: Interval?) -> String {
    interval.map { "\(FixedPoint.share($0.low))…\(FixedPoint.share($0.high))" } ?? ""
  }
}
