import Evaluation
import Extraction
import SystemPackage

/// What another extractor says of pages: one JSON object a line, `{"id": …, "text": …}`, with `title`,
/// `author`, `published` and `blocks` where it knows them.
struct PredictionFile {
  private struct Line: Decodable {
    var id: String
    var text: String?
    var title: String?
    var author: String?
    var published: String?
    var blocks: [ReferenceFile.Block]?
  }

  private var predictions: [String: Prediction] = [:]
  private var hasTitles = false
  private var hasAuthors = false
  private var hasDays = false

  /// Reads lines.
  ///
  /// - Throws: ``CorpusError`` when a line is no prediction.
  init(_ bytes: [UInt8], name: String) throws(CorpusError) {
    for line in try JSONFile.lines(Line.self, in: bytes, of: name) {
      var prediction = Prediction()
      prediction.text = line.text ?? ""
      prediction.title = line.title
      prediction.author = line.author
      prediction.published = line.published
      prediction.blocks = line.blocks?.compactMap { block in
        Role(name: block.role).map { LabelledText(role: $0, text: block.text) }
      }
      hasTitles = hasTitles || line.title != nil
      hasAuthors = hasAuthors || line.author != nil
      hasDays = hasDays || line.published != nil
      predictions[line.id] = prediction
    }
  }

  /// The scores of the predictions; a page without one has an empty text.
  ///
  /// What the extractor says of no page at all is not measured rather than wrong.
  func scores(of references: [ReferencePage]) -> [PageScore] {
    references.map { reference in
      var score = PageScore(of: predictions[reference.id] ?? Prediction(), for: reference)
      if !hasTitles { score.isTitleRight = nil }
      if !hasAuthors { score.authorF1 = nil }
      if !hasDays { score.isDayRight = nil }
      score.isLanguageRight = nil
      return score
    }
  }

  /// The number of pages that have no prediction.
  func missing(of references: [ReferencePage]) -> Int {
    references.count { predictions[$0.id] == nil }
  }
}
