import Intake

/// What a worker made of one input: all that is left to do is to print it.
struct ExtractionOutcome: Sendable {
  /// The rendered record, empty when the format has nothing to say of it.
  var bytes: [UInt8]
  /// What to say on standard error, without a line feed; `nil` when all is well.
  var message: String?
  /// Whether the document failed.
  var isFailure: Bool
  /// The container that the input is, whose pages have outcomes of their own.
  var container: ContainerReader?
}
