/// The schema of records that this program writes.
package enum RecordSchema {
  /// A validator of records.
  ///
  /// The schema is a part of this program, and the tests read it.
  package static let validator = SchemaValidator(
    root: JSONValue(parsing: PackageResources.winnow_record_1_schema_json) ?? .bool(false))
}
