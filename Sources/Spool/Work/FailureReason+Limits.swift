import Extraction

extension FailureReason {
  /// The limits that bound when a document is given up for this reason.
  var limits: [ExtractionLimit] {
    switch self {
    case .timeout: [.wallTime]
    case .memory: [.memory]
    default: []
    }
  }
}
