import Extraction
import Intake

extension Extractor {
  /// The explanation of a document; one that is not whole says so in its record.
  func explanation(of document: Document, context: PageContext = PageContext()) -> PageExplanation {
    var explanation = explanation(
      of: document.bytes.span, id: document.id, source: document.source, context: context)
    document.mark(&explanation.record)
    return explanation
  }
}
