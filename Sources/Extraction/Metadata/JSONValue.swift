/// A JSON value as a page wrote it.
///
/// Numbers keep their text: dates and identifiers outgrow a `Double`.
enum JSONValue: Sendable, Equatable {
  case object([JSONMember])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// The value of the first member with that name, when this is an object that has one.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements of an array; a value that is no array stands for an array of itself, null for none.
  ///
  /// JSON-LD writes a list of one as the one.
  var elements: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// The text of a string or of a number.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}
