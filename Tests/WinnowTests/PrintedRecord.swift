import Foundation

/// The members of a printed record that the tests look at.
struct PrintedRecord: Decodable, Equatable {
  let id: String
  let status: String
  let reason: String?

  /// The record of one line.
  ///
  /// - Throws: `DecodingError` when the line is no record.
  static func parse(_ line: String) throws -> PrintedRecord {
    try JSONDecoder().decode(PrintedRecord.self, from: Data(line.utf8))
  }

  /// The records of an array.
  ///
  /// - Throws: `DecodingError` when the text is no array of records.
  static func parse(array text: String) throws -> [PrintedRecord] {
    try JSONDecoder().decode([PrintedRecord].self, from: Data(text.utf8))
  }
}
