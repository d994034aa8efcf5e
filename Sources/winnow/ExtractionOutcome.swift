import Extraction
import Intake
import Packing

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
  /// What a manifest says of the record; `nil` where none is written.
  var entry: PackedRecord?
  /// Why the output cannot go on; `nil` when the record stands where it was to stand.
  var outputError: OutputFileError?

  /// One line, for each document that is not whole: `winnow: page.html: failed: not_found (…)`.
  static func message(about record: Record, detail: String?, input: String) -> String? {
    guard record.status == .failed || record.status == .partial else { return nil }
    let reason = record.reason.map { ": " + $0.rawValue } ?? ""
    let explanation = detail.map { " (" + $0 + ")" } ?? ""
    return "winnow: \(input): \(record.status.rawValue)\(reason)\(explanation)"
  }
}
