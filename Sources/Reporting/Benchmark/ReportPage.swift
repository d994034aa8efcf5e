public import Evaluation
import Extraction

/// A benchmark as one HTML page with plots, that needs nothing besides itself.
public struct ReportPage {
  private let run: BenchmarkRun
  private let comparisons: [NamedComparison]
  private let worst: [BenchmarkPage]
  private let links: [String: String]

  /// The document of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - comparisons: What it is compared with.
  ///   - worstCount: How many of its worst pages are listed.
  ///   - links: For pages that are explained, the address of the explanation, by the page's name.
  /// - Returns: The document in UTF-8, with a line feed at the end.
  public static func render(
    _ run: BenchmarkRun, comparisons: [NamedComparison] = [], worstCount: Int = 20,
    links: [String: String] = [:]
  ) -> String {
    let page = Self(
      run: run, comparisons: comparisons, worst: run.worstPages(worstCount), links: links)
    return PageFrame.document(
      title: "\(run.corpus): benchmark", style: Assets.base + Assets.reportStyle, script: nil
    ) { writer in
      writer.element("a", ["class": "skip", "href": "#figures"], text: "Skip to the figures")
      page.addHead(to: &writer)
      writer.element("main", ["id": "figures"]) { page.addSections(to: &$0) }
    }
  }

  private func addHead(to writer: inout HTMLWriter) {
    let options = run.options.sorted { $0.key < $1.key }.map { ", \($0.key) \($0.value)" }.joined()
    writer.element("header") { writer in
      writer.element("h1", text: "\(run.corpus): \(run.pages.count) pages")
      writer.element("p", ["class": "dim"], text: "Read by \(run.extractor)\(options)")
      writer.element("ul", ["class": "cards"]) { writer in
        for (value, name) in cards {
          writer.element("li") { writer in
            writer.element("strong", text: value)
            writer.element("span", text: name)
          }
        }
      }
    }
  }

  private var cards: [(String, String)] {
    var cards: [(String, String)] = []
    for (figure, name) in [
      (Figure.textF1, "word F1 of the text"), (.shingleF1, "F1 of runs of four words"),
      (.roleAccuracy, "words under their role"), (.title, "titles right"),
      (.author, "author F1"), (.published, "dates right"), (.pageType, "page types right"),
    ] {
      if let entry = run.summary?[figure] {
        cards.append((FixedPoint.text(entry.value, decimals: 3), name))
      }
    }
    if let speed = run.speed {
      cards.append(
        (FixedPoint.text(speed.all.pagesPerSecond, decimals: 0), "pages a second of a core"))
    }
    return cards
  }

  private func addSections(to writer: inout HTMLWriter) {
    let tables = ReportTables(run)
    section("Main text", to: &writer) { writer in
      writer.element("div", ["class": "pair"]) { writer in
        figure("Pages by the word F1 of their text", to: &writer) {
          HistogramPlot.write(run.pages, to: &$0)
        }
        figure("Word F1 of groups of pages, with 95 % intervals", to: &writer) {
          plot(of: run.groups.filter { $0.kind != .language })
            .write("Word F1 by group of pages", to: &$0)
        }
      }
      tables.addText(run.groups.filter { $0.kind != .language }, to: &writer)
      addLanguages(tables, to: &writer)
    }
    if let confusion = run.confusion {
      pair(
        "Roles", "Words by true role (rows) and found role (columns), in shares of a row",
        to: &writer
      ) {
        ConfusionPlot.write(confusion, to: &$0)
      } table: {
        tables.addRoles(to: &$0)
      }
    }
    section("Metadata", to: &writer) { tables.addMetadata(to: &$0) }
    if let reliability = run.reliability {
      pair("Confidence", "The larger a point, the more pages it stands for", to: &writer) {
        CalibrationPlot.write(reliability, to: &$0)
      } table: {
        tables.addReliability(reliability, to: &$0)
      }
    }
    if let speed = run.speed {
      pair("Speed", "Processor time from opening a file to its record in JSON", to: &writer) {
        SpeedPlot.write(run.pages, to: &$0)
      } table: {
        tables.addSpeed(speed, to: &$0)
      }
    }
    for named in comparisons { add(named, tables, to: &writer) }
    if !worst.isEmpty {
      section("Worst pages", to: &writer) { tables.addWorst(worst, links: links, to: &$0) }
    }
  }

  private func addLanguages(_ tables: ReportTables, to writer: inout HTMLWriter) {
    let languages = run.groups.filter { $0.kind == .language }
    guard !languages.isEmpty else { return }
    writer.element("details") { writer in
      writer.element("summary", text: "By language")
      figure("Word F1 by language, with 95 % intervals", to: &writer) {
        plot(of: languages).write("Word F1 by language", to: &$0)
      }
      tables.addText(languages, to: &writer)
    }
  }

  private func plot(of groups: [BenchmarkGroup]) -> IntervalPlot {
    let rows = groups.compactMap { group in
      group.summary[.textF1].map { entry in
        IntervalPlot.Row(
          name: "\(group.name) (\(entry.count))", value: entry.value, interval: entry.interval,
          hint: "\(group.name): \(FixedPoint.share(entry.value))")
      }
    }
    return IntervalPlot(rows: rows, range: 0...1, ticks: [0, 0.25, 0.5, 0.75, 1])
  }

  private func add(
    _ named: NamedComparison, _ tables: ReportTables, to writer: inout HTMLWriter
  ) {
    section("Against \(named.name)", to: &writer) { writer in
      let ends = named.comparison.rows.flatMap { [$0.interval.low, $0.interval.high] }
      let reach = min(max(ends.map(\.magnitude).max() ?? 0, 0.02), 1)
      let plot = IntervalPlot(
        rows: named.comparison.rows.map { row in
          IntervalPlot.Row(
            name: row.figure.name, value: row.difference, interval: row.interval,
            style: row.hasFallen ? "fell" : row.hasRisen ? "rose" : "mark",
            hint: "\(row.figure.name): \(FixedPoint.difference(row.difference))")
        }, range: -reach...reach, ticks: [-reach, -reach / 2, 0, reach / 2, reach], base: 0)
      figure(
        "Differences on the same \(named.comparison.pageCount) pages, with 95 % intervals; right of the line this run is better",
        to: &writer
      ) {
        plot.write("Differences by figure", to: &$0)
      }
      tables.add(named, to: &writer)
    }
  }

  private func section(
    _ title: String, to writer: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    writer.element("section") { writer in
      writer.element("h2", text: title)
      content(&writer)
    }
    writer.newline()
  }

  /// A section with a plot and its table side by side.
  private func pair(
    _ title: String, _ caption: String, to writer: inout HTMLWriter,
    plot: (inout HTMLWriter) -> Void, table: (inout HTMLWriter) -> Void
  ) {
    section(title, to: &writer) { writer in
      writer.element("div", ["class": "pair"]) { writer in
        figure(caption, to: &writer, content: plot)
        writer.element("div") { table(&$0) }
      }
    }
  }

  private func figure(
    _ caption: String, to writer: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    writer.element("figure") { writer in
      // On a narrow screen a plot is moved to and fro rather than made too small to read.
      writer.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": caption],
        content: content)
      writer.element("figcaption", text: caption)
    }
  }
}
