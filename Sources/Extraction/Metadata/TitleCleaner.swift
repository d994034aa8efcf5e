/// Takes from a title what is not the headline.
struct TitleCleaner {
  /// The most words a part may have to be taken for a name of the site that nothing else gives.
  private static let nameWordLimit = 4
  /// The fewest words before a bar that can be a headline alone.
  private static let headlineWordMinimum = 2

  let name: SiteName
  /// Squashed texts that name what the page is part of, as a heading above it does.
  var otherNames: Set<String> = []

  /// The title without the site's name before or after it.
  ///
  /// A last part after `|` is taken for the site's name even when nothing else gives it, when it is short
  /// and shorter than what is left.
  func stripped(_ title: String) -> String { joined(strippedRanges(of: title), in: title) }

  /// The title without the site's name and without what follows its first bar.
  ///
  /// For a title that no heading confirms: what stands between bars there is written for search engines.
  /// On the development pages this cut raises exact titles by half a point in both halves of the domains.
  func headline(_ title: String) -> String {
    let ranges = strippedRanges(of: title)
    guard let first = ranges.first, ranges.count > 1,
      MetadataText.words(title[first]).count >= Self.headlineWordMinimum
    else { return joined(ranges, in: title) }
    let bar = ranges.indices.dropLast().first { index in
      title[ranges[index].upperBound..<ranges[index + 1].lowerBound].contains { "|｜".contains($0) }
    }
    return joined(bar.map { Array(ranges[...$0]) } ?? ranges, in: title)
  }

  private func strippedRanges(of title: String) -> [Range<String.Index>] {
    var ranges = TitleParts.ranges(of: title)
    var isStripped = false
    while ranges.count > 1, let last = ranges.last, isName(title[last]) {
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
    return ranges
  }

  private func isName(_ part: Substring) -> Bool {
    name.matches(part) || otherNames.contains(MetadataText.squashed(part))
  }

  private func joined(_ ranges: [Range<String.Index>], in title: String) -> String {
    guard let first = ranges.first, let last = ranges.last else { return title }
    return MetadataText.collapsed(String(title[first.lowerBound..<last.upperBound]))
  }

  /// The text of a heading without the mark that links to it.
  static func heading(_ text: String) -> String {
    var text = MetadataText.collapsed(text)
    while let last = text.last, "¶#§ ".contains(last), text.count > 1 { text.removeLast() }
    return text
  }

  /// Whether a bar stands before the part: `FAQ | Shop` ends with the site's name, `Tea – Coffee` may not.
  private func isBarred(_ range: Range<String.Index>, in title: String) -> Bool {
    title[..<range.lowerBound].last { $0 != " " } == "|"
  }

  private func isLikelyName(_ range: Range<String.Index>, in title: String) -> Bool {
    let words = MetadataText.words(title[range])
    let rest = MetadataText.words(title[..<range.lowerBound])
    if words.count == rest.count, rest.count == 1 { return isBarred(range, in: title) }
    return words.count <= Self.nameWordLimit && words.count < rest.count
  }
}
