/// A title from the head, with all that headings are compared with, computed once.
struct DeclaredTitle {
  /// The longest title read, in bytes; a longer one is a text in the wrong place, and its start tells enough.
  static let byteLimit = 1_024

  /// The title, squashed.
  let squashed: String
  /// The title without the site's name, squashed.
  let squashedHeadline: String
  /// The words of the title without the site's name.
  let words: Set<String>
  /// The last part of a title that has several, squashed.
  let squashedLastPart: String?

  /// A title of at most ``byteLimit`` bytes on a site of that name.
  init(_ title: String, name: SiteName) {
    let headline = TitleCleaner(name: name).stripped(title)
    let parts = TitleParts.split(title)
    squashed = MetadataText.squashed(title)
    squashedHeadline = MetadataText.squashed(headline)
    words = Set(MetadataText.words(headline))
    squashedLastPart = parts.count > 1 ? parts.last.map(MetadataText.squashed) : nil
  }

  /// The title, or its first ``byteLimit`` bytes up to a whole character.
  static func cut(_ title: String) -> String {
    guard title.utf8.count > byteLimit else { return title }
    let end = title.utf8.index(title.startIndex, offsetBy: byteLimit)
    // An index inside a character is rounded down to its start.
    return String(title[..<title.index(after: title.index(before: end))])
  }
}
