import Extraction
import RecordEncoding

/// The whole job of one worker: pages to records of all roles, as JSON.
final class WholeExtraction {
  private let extractor: Extractor
  private var writer = JSONWriter()
  /// Bytes of JSON written so far.
  private(set) var writtenBytes = 0

  /// A worker; without a model it labels by rules, which shows what the model costs.
  init(usesModel: Bool = true) {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = usesModel
    extractor = Extractor(options: options)
  }

  /// Makes the record of a page and writes it.
  func run(_ page: Page) {
    let source = SourceDescription(name: page.name, byteCount: page.bytes.count, sha256: "")
    let record = extractor.record(of: page.bytes.span, id: page.name, source: source)
    writer.removeAll()
    record.write(to: &writer)
    writtenBytes += writer.bytes.count
  }
}
