/// What a manifest says of one record besides where it stands.
public struct PackedRecord: Sendable, Equatable {
  /// What the record was made of.
  public var source: PackedSource
  /// The record's identifier.
  public var id: String
  /// The record's status.
  public var status: String
  /// SHA-256 of the input in hexadecimal; empty when it could not be read.
  public var sha256: String

  /// An entry with all its fields.
  public init(source: PackedSource, id: String, status: String, sha256: String) {
    self.source = source
    self.id = id
    self.status = status
    self.sha256 = sha256
  }
}
