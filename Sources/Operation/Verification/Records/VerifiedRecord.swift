/// What a record says of itself and of its input.
package struct VerifiedRecord: Hashable, Sendable {
  /// Its identifier.
  package var id: String
  /// Its status.
  package var status: String
  /// The input's name, escaped.
  package var source: String
  /// The input's digest, or `nil` when it could not be read.
  package var sha256: String?

  /// What a record says, with all its fields.
  package init(id: String, status: String, source: String, sha256: String?) {
    self.id = id
    self.status = status
    self.source = source
    self.sha256 = sha256
  }

  /// The record on a line, or what is wrong with it.
  package static func read(
    _ line: some Sequence<UInt8>
  ) -> (record: VerifiedRecord?, faults: [String]) {
    guard let value = JSONValue(parsing: line) else { return (nil, ["no JSON"]) }
    let violations = RecordSchema.validator.violations(of: value)
    guard violations.isEmpty else { return (nil, violations.map { "schema: \($0)" }) }
    let source = value["source"]
    return (
      VerifiedRecord(
        id: value["id"]?.text ?? "", status: value["status"]?.text ?? "",
        source: source?["name"]?.text ?? "", sha256: source?["sha256"]?.text), []
    )
  }
}
