/// Takes from a title what is not the headline.
struct TitleCleaner {
  /// The most words a part may have to be taken for a name of the site that nothing else gives.
  private static let nameWordLimit = 4

  let name: SiteName

  /// The title without the site's name before or after it.
  ///
  /// A last part after `|` is taken for the site's name even when nothing else gives it, when it is short
  /// and shorter than what is left.
  func stripped(_ title: String) -> String {
    var ranges = TitleParts.ranges(of: title)
    var isStripped = false
    while ranges.count > 1, let last = ranges.last, name.matches(title[last]) {
      ranges.removeLast()
      isStripped = true
    }
    if !isStripped, ranges.count > 1, let first = ranges.first, name.matches(title[first]) {
      ranges.removeFirst()
      isStripped = true
    }
    if !isStripped, ranges.count > 1, let last = ranges.last, isLikelyName(last, in: title) {
      ranges.removeLast()
    }
    guard let first = ranges.first, let last = ranges.last else { return title }
    return MetadataText.collapsed(String(title[first.lowerBound..<last.upperBound]))
  }

  /// The text of a heading without the mark that links to it.
  static func heading(_ text: String) -> String {
    var text = MetadataText.collapsed(text)
    while let last = text.last, "¶#§ ".contains(last), text.count > 1 { text.removeLast() }
    return text
  }

  private func isLikelyName(_ range: Range<String.Index>, in title: String) -> Bool {
    let words = MetadataText.words(title[range])
    let rest = MetadataText.words(title[..<range.lowerBound])
    return words.count <= Self.nameWordLimit && words.count < rest.count
  }
}
