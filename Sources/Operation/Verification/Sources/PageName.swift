/// The name of a page of a container, as records have it: the container's name, `#`, and what tells the page.
package enum PageName {
  /// What tells a page behind the name of its container.
  package static let mark: Character = "#"

  /// The ways to split a name in that of a container and what tells the page; either may hold the mark too.
  package static func splits(of name: String) -> [(container: Substring, page: Substring)] {
    name.indices.filter { name[$0] == mark }.reversed().map {
      (name[..<$0], name[name.index(after: $0)...])
    }
  }

  /// Which page of its container a record is of, as far as it tells: the number of its line, or the one at the
  /// end of its identifier.
  package static func ordinal(page: some StringProtocol, id: String) -> Int {
    Int(page) ?? id.lastIndex(of: "-").flatMap { Int(id[id.index(after: $0)...]) } ?? 0
  }
}
