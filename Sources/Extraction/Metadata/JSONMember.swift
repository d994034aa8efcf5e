/// A name and its value in a JSON object.
struct JSONMember: Sendable, Equatable {
  var name: String
  var value: JSONValue
}
