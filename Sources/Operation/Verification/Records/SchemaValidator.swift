/// Checks JSON values against the part of JSON Schema 2020-12 that the project's schema uses.
///
/// A keyword that it does not know is a violation, so that no rule of the schema goes unchecked.
package struct SchemaValidator: Sendable {
  private let root: JSONValue

  /// A validator of values against `root`.
  package init(root: JSONValue) {
    self.root = root
  }

  /// The violations of `value`, each with its path; empty when the value is valid.
  package func violations(of value: JSONValue) -> [String] { check(value, root, at: "$") }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    schema.members.flatMap { keyword, argument in
      check(value, keyword: keyword, argument, in: schema, at: path)
    }
  }

  private func check(
    _ value: JSONValue, keyword: String, _ argument: JSONValue, in schema: JSONValue,
    at path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": []
    case "$ref": checkReference(value, argument, at: path)
    case "type": require(types(argument).contains { matches(value, $0) }, "\(path): type")
    case "enum": require(argument.elements.contains(value), "\(path): enum")
    case "const": require(argument == value, "\(path): const")
    case "required": checkRequired(value, argument, at: path)
    case "properties": checkProperties(value, argument, at: path)
    case "additionalProperties": checkAdditional(value, argument, in: schema, at: path)
    case "items": checkItems(value, argument, at: path)
    case "pattern": checkPattern(value, argument, at: path)
    case "minimum": require((value.double ?? 0) >= (argument.double ?? 0), "\(path): minimum")
    case "maximum": require((value.double ?? 0) <= (argument.double ?? 0), "\(path): maximum")
    default: ["\(path): unknown keyword \(keyword)"]
    }
  }

  private func require(_ condition: Bool, _ violation: String) -> [String] {
    condition ? [] : [violation]
  }

  private func checkReference(_ value: JSONValue, _ argument: JSONValue, at path: String)
    -> [String]
  {
    let prefix = "#/$defs/"
    guard let name = argument.text, name.hasPrefix(prefix),
      let definition = root["$defs"]?[String(name.dropFirst(prefix.count))]
    else { return ["\(path): unknown reference"] }
    return check(value, definition, at: path)
  }

  private func types(_ argument: JSONValue) -> [String] {
    argument.text.map { [$0] } ?? argument.elements.compactMap(\.text)
  }

  private func matches(_ value: JSONValue, _ type: String) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func checkRequired(_ value: JSONValue, _ argument: JSONValue, at path: String) -> [String]
  {
    guard case .object(let members) = value else { return [] }
    return argument.elements.compactMap(\.text).filter { members[$0] == nil }
      .map { "\(path): \($0) is missing" }
  }

  private func checkProperties(_ value: JSONValue, _ argument: JSONValue, at path: String)
    -> [String]
  {
    argument.members.flatMap { name, schema in
      value[name].map { check($0, schema, at: "\(path).\(name)") } ?? []
    }
  }

  private func checkAdditional(
    _ value: JSONValue, _ argument: JSONValue, in schema: JSONValue, at path: String
  ) -> [String] {
    let known = schema["properties"]?.members ?? [:]
    return value.members.filter { known[$0.key] == nil }.flatMap { name, member in
      argument == .bool(false)
        ? ["\(path): \(name) is not known"] : check(member, argument, at: "\(path).\(name)")
    }
  }

  private func checkItems(_ value: JSONValue, _ argument: JSONValue, at path: String) -> [String] {
    value.elements.enumerated().flatMap { check($1, argument, at: "\(path)[\($0)]") }
  }

  private func checkPattern(_ value: JSONValue, _ argument: JSONValue, at path: String) -> [String]
  {
    guard let text = value.text else { return [] }
    guard let pattern = argument.text, let regex = try? Regex(pattern) else {
      return ["\(path): bad pattern"]
    }
    return require(text.firstMatch(of: regex) != nil, "\(path): pattern")
  }
}
