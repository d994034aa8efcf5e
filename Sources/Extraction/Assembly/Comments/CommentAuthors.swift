/// Finds the names of those who wrote the comments of a page.
struct CommentAuthors {
  /// The words of a name that no markup confirms, at the most.
  private static let longestName = 5

  private let page: CommentPage

  /// A finder for that page.
  init(_ page: CommentPage) { self.page = page }

  /// The author of each comment, or `nil` where the page names none.
  func authors(of items: [[Int]], heads: [Int]) -> [String?] {
    let names = items.indices.map { index in
      markedName(items[index]) ?? writtenName(items[index], head: heads[index])
    }
    return Self.withoutSharedVerb(names)
  }

  /// The name in an element that says it names a person, the innermost of several.
  private func markedName(_ blocks: [Int]) -> String? {
    guard let block = blocks.first(where: { page.people[$0] != nil }),
      let names = page.people[block], let outer = names.first
    else { return nil }
    let inner = names.filter { outer.holds($0) }
    return inner.min { $0.count < $1.count }
  }

  /// The name at the start of the first block of the comment or its head.
  private func writtenName(_ blocks: [Int], head: Int) -> String? {
    guard blocks.count > 1 else { return nil }
    for block in [blocks.first, head].compactMap({ $0 }) where page.isShort(block) {
      let text = page.tree.string(of: page.tree.blocks[block])
      guard let name = Self.name(in: Self.withoutGluedDate(Self.withoutNumber(text))),
        name.split(separator: " ").count <= Self.longestName
      else { continue }
      return name
    }
    return nil
  }

  /// The text without the number that threads of old give their comments: `3. Ann`, `[3] Ann`, `#3 Ann`.
  private static func withoutNumber(_ text: String) -> String {
    let number = text.prefix { $0.isNumber || "[]()#.".contains($0) }
    let isNumber = number.contains(where: \.isNumber) && !number.allSatisfy(\.isNumber)
    return isNumber ? String(text.dropFirst(number.count)) : text
  }

  /// The text up to a date in digits that follows the name without a space.
  private static func withoutGluedDate(_ text: String) -> String {
    var run = 0
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index].isNumber {
        run += 1
      } else {
        let isMark = "-./年".contains(text[index]) && next < text.endIndex && text[next].isNumber
        if [1, 2, 4].contains(run), isMark {
          return String(text[..<text.index(index, offsetBy: -run)])
        }
        run = 0
      }
      index = next
    }
    return text
  }

  /// The names without the verb that a page puts after each: most names end in it, and it has no capital.
  private static func withoutSharedVerb(_ names: [String?]) -> [String?] {
    var counts: [Substring: Set<String>] = [:]
    for name in names {
      guard let name, let last = name.split(separator: " ").last else { continue }
      counts[last, default: []].insert(name)
    }
    let distinct = Set(names.compactMap { $0 }).count
    let verb = counts.first { word, holders in
      holders.count > 1 && holders.count * 2 > distinct && word.first?.isUppercase == false
    }
    guard let verb = verb?.key else { return names }
    return names.map { name in
      let words = name?.split(separator: " ") ?? []
      return words.count > 1 && words.last == verb ? words.dropLast().joined(separator: " ") : name
    }
  }

  /// The name that a text begins with, without a verb before a colon: `Ann Lee` of `Ann Lee says: 2 May`.
  static func name(in text: String) -> String? {
    guard let name = AuthorName.shown(text) else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last,
      text.holds(last + ":") || text.holds(last + " :")
    else { return name }
    return words.dropLast().joined(separator: " ")
  }
}
