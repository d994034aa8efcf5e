public import Evaluation
import Extraction

/// A benchmark as tables for a terminal.
public struct BenchmarkTable {
  private let run: BenchmarkRun
  private var output = ""

  /// The tables of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - comparisons: What it is compared with.
  ///   - worstCount: How many of its worst pages are listed.
  /// - Returns: Lines of text.
  public static func render(
    _ run: BenchmarkRun, comparisons: [NamedComparison] = [], worstCount: Int = 0
  ) -> String {
    var table = Self(run)
    table.addHead()
    table.addText()
    table.addShingles()
    table.addRoles()
    table.addMetadata()
    table.addReliability()
    table.addSpeed()
    for comparison in comparisons { table.add(comparison) }
    table.addWorst(worstCount)
    return table.output
  }

  private init(_ run: BenchmarkRun) { self.run = run }

  private mutating func addHead() {
    let options = run.options.sorted { $0.key < $1.key }.map { ", \($0.key) \($0.value)" }.joined()
    output += "\(run.corpus): \(run.pages.count) pages, read by \(run.extractor)\(options)\n"
    let problems = run.pages.count { $0.problem != nil }
    if problems > 0 { output += "note: \(problems) pages could not be read and score as empty\n" }
  }

  private mutating func add(_ title: String, _ table: TextTable) {
    output += "\n\(title)\n\(table.text)"
  }

  private mutating func addText() {
    guard run.summary?[.textF1] != nil else { return }
    let hasPhrases = run.pages.contains { $0.score.kept != nil || $0.score.leaked != nil }
    var table = TextTable(
      ["", "pages", "F1", "95 %", "precision", "recall"] + (hasPhrases ? ["kept", "leaked"] : []))
    for group in run.groups {
      guard let f1 = group.summary[.textF1] else { continue }
      let phrases = [Figure.kept, .leaked].map { FixedPoint.share(group.summary[$0]?.value) }
      table.add(
        [
          Self.label(group), String(f1.count), FixedPoint.share(f1.value),
          Self.interval(f1.interval),
          FixedPoint.share(group.summary[.textPrecision]?.value),
          FixedPoint.share(group.summary[.textRecall]?.value),
        ] + (hasPhrases ? phrases : []))
    }
    add("Main text, words: mean over pages", table)
  }

  private mutating func addShingles() {
    guard run.summary?[.shingleF1] != nil else { return }
    var table = TextTable(["", "pages", "F1", "precision", "recall", "exact"])
    for group in run.groups {
      guard let f1 = group.summary[.shingleF1] else { continue }
      table.add(
        [Self.label(group), String(f1.count), FixedPoint.share(f1.value)]
          + [Figure.shinglePrecision, .shingleRecall, .exact].map {
            FixedPoint.share(group.summary[$0]?.value)
          })
    }
    add("Main text, runs of four words", table)
  }

  private mutating func addRoles() {
    guard let summary = run.summary, let roles = summary.roles else { return }
    var table = TextTable(["", "words", "F1", "95 %", "precision", "recall"])
    for (role, words) in zip(Role.allCases, roles) where words.wanted + words.found > 0 {
      table.add([
        role.name, String(words.wanted), FixedPoint.share(words.f1),
        Self.interval(summary[.roleF1(role)]?.interval), FixedPoint.share(words.precision),
        FixedPoint.share(words.recall),
      ])
    }
    let wanted = roles.reduce(0) { $0 + $1.wanted }
    table.add(["macro", "", FixedPoint.share(summary.macroF1), "", "", ""])
    table.add([
      "accuracy", String(wanted), FixedPoint.share(summary[.roleAccuracy]?.value),
      Self.interval(summary[.roleAccuracy]?.interval), "", "",
    ])
    add("Roles, words of all pages together", table)
    addRoleGroups()
  }

  private mutating func addRoleGroups() {
    var table = TextTable(["", "pages", "accuracy", "95 %", "mean of pages"])
    for group in run.groups {
      guard let accuracy = group.summary[.roleAccuracy] else { continue }
      table.add([
        Self.label(group), String(accuracy.count), FixedPoint.share(accuracy.value),
        Self.interval(accuracy.interval), FixedPoint.share(group.summary[.pageRoleAccuracy]?.value),
      ])
    }
    add("Words under their role", table)
  }

  private mutating func addMetadata() {
    let figures: [Figure] = [.title, .author, .published, .pageType, .language]
    var table = TextTable(["", "pages", "right", "95 %"])
    var isEmpty = true
    for figure in figures {
      guard let entry = run.summary?[figure] else { continue }
      isEmpty = false
      table.add([
        figure.name, String(entry.count), FixedPoint.share(entry.value),
        Self.interval(entry.interval),
      ])
    }
    if !isEmpty { add("Metadata (author: word F1)", table) }
  }

  private mutating func addReliability() {
    guard let reliability = run.reliability else { return }
    var table = TextTable(["confidence", "pages", "mean", "true F1"])
    for bin in reliability.bins {
      table.add([
        ".\(bin.tenth)–\(bin.tenth == 9 ? "1" : ".\(bin.tenth + 1)")", String(bin.count),
        FixedPoint.share(bin.confidence), FixedPoint.share(bin.f1),
      ])
    }
    add(
      """
      Confidence and word F1: correlation \(FixedPoint.share(reliability.correlation)), \
      mean error \(FixedPoint.share(reliability.meanError)), \
      calibration error \(FixedPoint.share(reliability.calibrationError))
      """, table)
  }

  private mutating func addSpeed() {
    guard let speed = run.speed else { return }
    var table = TextTable(["bytes", "pages", "pages/s", "MB/s", "median ms", "95th ms"])
    for (name, speed) in [("all", speed.all)] + speed.bins.map({ (Self.label($0.sizes), $0.speed) })
    {
      table.add([
        name, String(speed.count), FixedPoint.text(speed.pagesPerSecond, decimals: 0),
        FixedPoint.text(speed.megabytesPerSecond, decimals: 1),
        FixedPoint.text(speed.median * 1e3, decimals: 2),
        FixedPoint.text(speed.highPercentile * 1e3, decimals: 2),
      ])
    }
    add("Speed, processor time of one core", table)
  }

  private mutating func add(_ named: NamedComparison) {
    var table = TextTable(["", "now", "then", "difference", "95 %", ""])
    for row in named.comparison.rows {
      table.add([
        row.figure.name, FixedPoint.share(row.value), FixedPoint.share(row.base),
        FixedPoint.difference(row.difference),
        "\(FixedPoint.difference(row.interval.low))…\(FixedPoint.difference(row.interval.high))",
        row.hasFallen ? "FELL" : row.hasRisen ? "rose" : "",
      ])
    }
    add("Against \(named.name), the same \(named.comparison.pageCount) pages", table)
  }

  private mutating func addWorst(_ count: Int) {
    guard count > 0 else { return }
    var table = TextTable(["", "F1", "roles", "confidence", ""])
    for page in run.worstPages(count) {
      table.add([
        page.id, FixedPoint.share(page.score.text?.scoresOfPage.f1),
        FixedPoint.share(page.score.roleAccuracy), FixedPoint.share(page.score.confidence),
        page.problem ?? page.pageType ?? "",
      ])
    }
    add("Worst pages", table)
  }

  private static func interval(_ interval: Interval?) -> String {
    interval.map { "\(FixedPoint.share($0.low))…\(FixedPoint.share($0.high))" } ?? ""
  }

  /// The group's name, indented below the one of all pages.
  private static func label(_ group: BenchmarkGroup) -> String {
    group.kind == .all ? group.name : "  " + group.name
  }

  /// A range of sizes: `16–64 KiB`.
  static func label(_ sizes: Range<Int>) -> String {
    let low = sizes.lowerBound >> 10
    if sizes.lowerBound == 0 { return "under \(sizes.upperBound >> 10) KiB" }
    return sizes.upperBound == Int.max
      ? "\(low) KiB and more" : "\(low)–\(sizes.upperBound >> 10) KiB"
  }
}
