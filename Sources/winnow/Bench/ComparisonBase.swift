import Evaluation
import Reporting
import SystemPackage

/// What a run is compared with: an earlier run, or another extractor's predictions.
struct ComparisonBase {
  private enum Content {
    case run([PageScore])
    case predictions(PredictionFile)
  }

  private let name: String
  private let content: Content

  /// Reads a file.
  ///
  /// - Throws: ``CorpusError`` when it is neither.
  init(_ path: FilePath) throws(CorpusError) {
    let bytes = try JSONFile.bytes(of: path)
    name = path.lastComponent?.string ?? path.string
    // A saved run names its schema first, a prediction has none.
    let start = Array("{\"schema\":\"\(BenchmarkJSON.schema)\"".utf8)
    if bytes.starts(with: start) {
      let saved = try JSONFile.value(SavedBenchmark.self, in: bytes[...], of: path.string)
      content = .run(saved.pages.map(\.score))
    } else {
      content = .predictions(try PredictionFile(bytes, name: path.string))
    }
  }

  /// Compares a run with it.
  func comparison(with run: BenchmarkRun, references: [ReferencePage]) -> NamedComparison {
    let scores = run.pages.map(\.score)
    switch content {
    case .run(let base):
      let ids = Set(scores.map(\.id))
      return NamedComparison(name: name, pages: scores, base: base.filter { ids.contains($0.id) })
    case .predictions(let file):
      let missing = file.missing(of: references)
      if missing > 0 {
        StandardError.tell(
          "\(name): \(missing) of \(references.count) pages have no prediction and score as empty")
      }
      return NamedComparison(name: name, pages: scores, base: file.scores(of: references))
    }
  }
}
