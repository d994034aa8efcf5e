/// The contents of a page's `meta` elements by name.
///
/// Finders ask for dozens of names of which a page has few, and a page has dozens of elements that nobody asks for: names
/// are compared by a hash, and a content is cleaned when it is asked for.
struct MetaContents {
  private let metas: [MetaDeclaration]
  private let hashes: [UInt64]

  /// The elements in document order, names in lower case.
  init(_ metas: [MetaDeclaration]) {
    self.metas = metas
    hashes = metas.map { Self.hash($0.name) }
  }

  /// The content of the first element with that name that says something, cleaned.
  func first(_ name: String) -> String? {
    let hash = Self.hash(name)
    for index in hashes.indices where hashes[index] == hash && metas[index].name == name {
      if let content = MetadataText.cleaned(metas[index].content) { return content }
    }
    return nil
  }

  /// The contents of all elements with that name, cleaned, in document order; none is empty.
  func all(_ name: String) -> [String] {
    let hash = Self.hash(name)
    var contents: [String] = []
    for index in hashes.indices where hashes[index] == hash && metas[index].name == name {
      if let content = MetadataText.cleaned(metas[index].content) { contents.append(content) }
    }
    return contents
  }

  private static func hash(_ name: String) -> UInt64 { NameHash(name.utf8.span).value }
}
