extension NameTable {
  /// Makes a table of the elements' names.
  static func ofElements() -> NameTable {
    NameTable(ElementName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })
  }

  /// The element of that name hash, in a table of ``ofElements()``.
  func element(_ hash: NameHash) -> ElementName {
    value(of: hash).flatMap { ElementName(rawValue: UInt8($0)) } ?? .other
  }
}
