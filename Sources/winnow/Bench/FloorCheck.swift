import Evaluation
import Reporting
import SystemPackage

/// The floors of a corpus, where it has some and they are to be heeded.
struct FloorCheck {
  private let floors: QualityFloors?
  private let hash: String?
  private let usesModel: Bool

  /// Reads `floors.json` of a corpus.
  ///
  /// - Throws: ``CorpusError`` when it is there and cannot be read.
  init(
    _ corpus: CorpusReader, in folder: FilePath, isHeeded: Bool, usesModel: Bool
  ) throws(CorpusError) {
    let file = folder.appending("floors.json")
    floors =
      isHeeded && file.exists ? try JSONFile.value(QualityFloors.self, in: file) : nil
    hash = corpus.hash
    self.usesModel = usesModel
  }

  /// What to say of the floors, and whether they hold.
  func lines(for run: BenchmarkRun) -> (text: String, holds: Bool) {
    guard let floors else { return ("", true) }
    guard hash == floors.corpusHash, run.pages.count == floors.pages else {
      return ("\nFloors: FAILED, the corpus is not the one that they were pinned on\n", false)
    }
    let pinned = usesModel ? floors.model : floors.rules
    let figures = QualityFloors.measure(run.pages)
    let fallen = QualityFloors.fallen(figures, under: pinned)
    guard !fallen.isEmpty else { return ("\nFloors: all \(pinned.count) hold\n", true) }
    let lines = fallen.map { name in
      "  \(name): \(FixedPoint.share(figures[name])) is under \(FixedPoint.share(pinned[name]))\n"
    }
    return ("\nFloors: \(fallen.count) of \(pinned.count) FAILED\n" + lines.joined(), false)
  }
}
