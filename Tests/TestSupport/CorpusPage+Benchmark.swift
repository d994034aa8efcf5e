public import Evaluation
import Extraction

extension CorpusPage {
  /// What readers say of the page.
  public var reference: ReferencePage {
    var reference = ReferencePage(id: name)
    reference.pageType = expected.pageType
    reference.language = expected.language
    reference.isHeldOut = expected.heldOut
    reference.title = expected.title
    reference.author = expected.author
    reference.published = expected.published
    let blocks = expected.blocks.compactMap { block in
      Role(name: block.role).map { LabelledText(role: $0, text: block.text) }
    }
    reference.blocks = blocks
    reference.text = blocks.filter { $0.role == .article }.map(\.text).joined(separator: "\n")
    return reference
  }

  /// The page as a benchmark measures it, with the model or with rules alone.
  public func benchmark(usesModel: Bool) -> BenchmarkPage {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = usesModel
    let description = SourceDescription(name: name, byteCount: source.count, sha256: "")
    let record = Extractor(options: options).record(
      of: source.span, id: name, source: description)
    return BenchmarkPage(
      pageType: expected.pageType, language: expected.language, isHeldOut: expected.heldOut,
      score: PageScore(of: Prediction(record), for: reference), byteCount: source.count,
      seconds: nil)
  }
}
