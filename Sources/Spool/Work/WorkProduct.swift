/// What a worker made of a claim.
package enum WorkProduct: Hashable, Sendable {
  /// A record.
  case document(ProcessedDocument)
  /// No record, for a reason that lies outside the document or may pass.
  case none(ExtractionOutcome)

  /// Bytes that are held until they are written.
  package var byteCount: Int {
    switch self {
    case .document(let document): document.frame.count
    case .none: 0
    }
  }

  /// What the state machine is told of it.
  package var outcome: ExtractionOutcome {
    switch self {
    case .document(let document): .record(document.status)
    case .none(let outcome): outcome
    }
  }
}
