public import Extraction

/// A document of which nothing could be read.
public struct FailedDocument: Error, Sendable, Equatable {
  /// The file's name without `.html`, `.gz` and the like.
  public var id: String
  /// What is known of the file: size and digest are zero and empty when it was not read.
  public var source: SourceDescription
  /// Why nothing was read.
  public var reason: FailureReason
  /// The limits that bound.
  public var limits: [ExtractionLimit]
  /// What the operating system said, if it did.
  public var detail: String?

  /// A failed document with all its fields.
  public init(
    id: String, source: SourceDescription, reason: FailureReason, limits: [ExtractionLimit] = [],
    detail: String? = nil
  ) {
    self.id = id
    self.source = source
    self.reason = reason
    self.limits = limits
    self.detail = detail
  }

  /// The record that says so: the reason and the limits, with status `failed`.
  ///
  /// A file without bytes was read to its end and nothing is wrong with it: its record is `empty`.
  public var record: Record {
    var record = Record(id: id, source: source, status: .failed, reason: reason)
    record.limits = limits
    if reason == .emptyInput {
      record.status = .empty
      if source.sha256.isEmpty { record.source.sha256 = SourceDigest.hexadecimal(of: []) }
    }
    return record
  }
}
