public import Evaluation
import Extraction
import RecordEncoding

/// A benchmark as JSON: `winnow.bench/1`, which a later run can be compared with.
public struct BenchmarkJSON {
  /// The version of the shape, the value of its `schema` field.
  public static let schema = "winnow.bench/1"

  private let run: BenchmarkRun
  private var writer = JSONWriter()

  /// The bytes of a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - comparisons: What it is compared with.
  ///   - corpusHash: The hash of its corpus, where the corpus has floors.
  /// - Returns: UTF-8 with a line feed at the end.
  public static func encode(
    _ run: BenchmarkRun, comparisons: [NamedComparison] = [], corpusHash: String? = nil
  ) -> [UInt8] {
    var json = Self(run: run)
    json.writer.beginObject()
    json.addHead(corpusHash)
    json.addFigures()
    json.addRoles()
    json.addGroups()
    json.addReliability()
    json.addConfusion()
    json.addSpeed()
    json.add(comparisons)
    json.addPages()
    json.writer.endObject()
    json.writer.newline()
    return json.writer.bytes
  }

  private init(run: BenchmarkRun) { self.run = run }

  private mutating func addHead(_ corpusHash: String?) {
    writer.key("schema")
    writer.string(Self.schema)
    writer.key("corpus")
    writer.string(run.corpus)
    writer.key("corpusHash")
    writer.string(corpusHash)
    writer.key("extractor")
    writer.string(run.extractor)
    writer.key("options")
    writer.beginObject()
    for (name, value) in run.options.sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      writer.string(value)
    }
    writer.endObject()
    writer.key("pageCount")
    writer.integer(run.pages.count)
    writer.key("floorFigures")
    writer.beginObject()
    for (name, value) in QualityFloors.measure(run.pages).sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      writer.exactNumber(value)
    }
    writer.endObject()
  }

  private static let figures: [Figure] =
    [
      .textF1, .textPrecision, .textRecall, .shingleF1, .shinglePrecision, .shingleRecall, .exact,
      .kept, .leaked, .roleAccuracy, .pageRoleAccuracy, .title, .author, .published, .pageType,
      .language,
    ]

  private mutating func addFigures() {
    writer.key("figures")
    addFigures(of: run.summary, isWhole: true)
  }

  private mutating func addFigures(of summary: Summary?, isWhole: Bool) {
    writer.beginObject()
    for figure in Self.figures {
      guard let entry = summary?[figure] else { continue }
      writer.key(figure.name)
      writer.beginObject()
      writer.key("value")
      writer.exactNumber(entry.value)
      if let interval = entry.interval { add(interval) }
      writer.key("pages")
      writer.integer(entry.count)
      writer.endObject()
    }
    if isWhole, let macro = summary?.macroF1 {
      writer.key("macro")
      writer.beginObject()
      writer.key("value")
      writer.exactNumber(macro)
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func add(_ interval: Interval) {
    writer.key("low")
    writer.exactNumber(interval.low)
    writer.key("high")
    writer.exactNumber(interval.high)
  }

  private mutating func addRoles() {
    writer.key("roles")
    writer.beginObject()
    for (role, words) in zip(Role.allCases, run.summary?.roles ?? []) {
      writer.key(role.name)
      writer.beginObject()
      for (name, count) in [("hits", words.hits), ("found", words.found), ("wanted", words.wanted)]
      {
        writer.key(name)
        writer.integer(count)
      }
      for (name, share) in [
        ("f1", words.f1), ("precision", words.precision), ("recall", words.recall),
      ] {
        writer.key(name)
        writer.exactNumber(share)
      }
      if let interval = run.summary?[.roleF1(role)]?.interval { add(interval) }
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func addGroups() {
    writer.key("groups")
    writer.beginArray()
    for group in run.groups where group.kind != .all {
      writer.beginObject()
      writer.key("kind")
      writer.string(group.kind.rawValue)
      writer.key("name")
      writer.string(group.name)
      writer.key("pages")
      writer.integer(group.summary.pageCount)
      writer.key("figures")
      addFigures(of: group.summary, isWhole: true)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func addReliability() {
    writer.key("confidence")
    guard let reliability = run.reliability else { return writer.null() }
    writer.beginObject()
    writer.key("pages")
    writer.integer(reliability.count)
    writer.key("correlation")
    writer.exactNumber(reliability.correlation)
    writer.key("meanError")
    writer.exactNumber(reliability.meanError)
    writer.key("calibrationError")
    writer.exactNumber(reliability.calibrationError)
    writer.key("bins")
    writer.beginArray()
    for bin in reliability.bins {
      writer.beginObject()
      writer.key("from")
      writer.number(Double(bin.tenth) / 10)
      writer.key("pages")
      writer.integer(bin.count)
      writer.key("confidence")
      writer.exactNumber(bin.confidence)
      writer.key("f1")
      writer.exactNumber(bin.f1)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func addConfusion() {
    writer.key("confusion")
    guard let confusion = run.confusion else { return writer.null() }
    writer.beginObject()
    writer.key("roles")
    writer.beginArray()
    for role in Role.allCases { writer.string(role.name) }
    writer.string("none")
    writer.endArray()
    writer.key("words")
    writer.beginArray()
    for row in 0..<RoleConfusion.size {
      writer.beginArray()
      for column in 0..<RoleConfusion.size {
        writer.number(confusion.words(of: row, foundAs: column))
      }
      writer.endArray()
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func addSpeed() {
    writer.key("speed")
    guard let speed = run.speed else { return writer.null() }
    writer.beginObject()
    add(speed.all)
    writer.key("bySize")
    writer.beginArray()
    for bin in speed.bins {
      writer.beginObject()
      writer.key("fromBytes")
      writer.integer(bin.sizes.lowerBound)
      add(bin.speed)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func add(_ speed: SpeedOfPages) {
    for (name, count) in [("pages", speed.count), ("bytes", speed.byteCount)] {
      writer.key(name)
      writer.integer(count)
    }
    for (name, value) in [
      ("seconds", speed.seconds), ("pagesPerSecond", speed.pagesPerSecond),
      ("megabytesPerSecond", speed.megabytesPerSecond), ("medianSeconds", speed.median),
      ("highPercentileSeconds", speed.highPercentile),
    ] {
      writer.key(name)
      writer.exactNumber(value)
    }
  }

  private mutating func add(_ comparisons: [NamedComparison]) {
    writer.key("comparisons")
    writer.beginArray()
    for named in comparisons {
      writer.beginObject()
      writer.key("with")
      writer.string(named.name)
      writer.key("pages")
      writer.integer(named.comparison.pageCount)
      writer.key("rows")
      writer.beginArray()
      for row in named.comparison.rows { add(row) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func add(_ row: Comparison.Row) {
    writer.beginObject()
    writer.key("figure")
    writer.string(row.figure.name)
    for (name, value) in [
      ("now", row.value), ("then", row.base), ("difference", row.difference),
      ("fallProbability", row.fallProbability), ("riseProbability", row.riseProbability),
    ] {
      writer.key(name)
      writer.exactNumber(value)
    }
    add(row.interval)
    writer.key("hasFallen")
    writer.boolean(row.hasFallen)
    writer.key("hasRisen")
    writer.boolean(row.hasRisen)
    writer.endObject()
  }

  private mutating func addPages() {
    writer.key("pages")
    writer.beginArray()
    for page in run.pages { SavedPage(page).write(to: &writer) }
    writer.endArray()
  }
}
