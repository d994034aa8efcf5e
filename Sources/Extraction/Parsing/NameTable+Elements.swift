extension NameTable {
  /// A table of the elements' names.
  static var elements: NameTable {
    NameTable(ElementName.allCases.map { (name: $0.name, value: UInt64($0.rawValue)) })
  }

  /// The element of that name hash, in a table of ``elements``.
  func element(_ hash: NameHash) -> ElementName {
    value(of: hash).flatMap { ElementName(rawValue: UInt8($0)) } ?? .other
  }
}
