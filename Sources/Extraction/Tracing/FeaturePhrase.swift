/// Says what a feature's value means, in words.
enum FeaturePhrase {
  /// The words for a column's value: `link density .93`, `inside nav, 2 elements up`.
  static func words(for column: String, value: Float) -> String {
    if let text = simple[column] { return fill(text, value) }
    let parts = ColumnName(column)
    if let neighbour = parts.neighbour {
      let place = place(neighbour.offset)
      if value < 0 { return "no block \(place)" }
      return "block \(place): \(words(for: neighbour.value, value: value))"
    }
    switch parts.family {
    case "above": return distance(parts.name, value, inside: "inside", outside: "not inside")
    case "hint":
      return distance(
        parts.name, value, inside: "a class or identifier says", outside: "no class says")
    case "ancestor": return around(parts, value)
    case "mark": return mark(parts, value)
    case "card", "row": return group(parts, value)
    case "page": return page(parts, value)
    default: return neighbour(parts, value)
    }
  }

  /// Words with `#` in the place of a number, `~` in that of a share, `%` in that of a percentage.
  private static let simple: [String: String] = [
    "words": "# words", "characters": "# characters (logarithm)", "linkDensity": "link density ~",
    "wordLength": "# letters a word", "digitShare": "% of its characters are digits",
    "digits": "# digits a word",
    "capitalShare": "% of its characters are capitals",
    "capitalizedWords": "% of its words begin with a capital",
    "sentenceMarks": "# ends of sentences a word", "sentences": "# ends of sentences",
    "commas": "# commas a word", "signs": "# signs a word", "numbers": "# numbers a word",
    "endsSentence": "ends in the end of a sentence: ?", "endsInColon": "ends in a colon: ?",
    "repetitions": "the same text # times on the page",
    "followsLineBreak": "parted from the block before by a line break: ?", "hidden": "hidden: ?",
    "titleShare": "% of it stands in the page's declared title",
    "titleCover": "it covers % of the page's declared title",
    "descriptionShare": "% of it stands in the page's declared description",
    "descriptionCover": "it covers % of the page's declared description",
    "depth": "# elements deep", "tagsInside": "# tags inside its element",
    "blocksInside": "# blocks inside its element", "position": "% of the page's blocks before it",
    "blocksBefore": "# blocks before it", "blocksAfter": "# blocks after it",
    "wordsBefore": "% of the page's words before it",
    "plainWordsBefore": "% of the page's unlinked words before it",
    "longBlockBefore": "# blocks since the last full paragraph",
    "longBlockAfter": "# blocks to the next full paragraph",
    "headingDistance": "# blocks since the last heading",
    "headingLevel": "the last heading is of level #",
    "marked": "in what text density marks as content: ?",
    "anchorDistance": "# blocks from the densest part of the page",
    "smoothedLinks": "link density around it ~",
    "smoothedSentences": "# ends of sentences a block around it",
    "smoothedSentencesWide": "# ends of sentences a block far around it",
  ]

  private static func fill(_ text: String, _ value: Float) -> String {
    let since = "# blocks since the last "
    if value < 0, text.hasPrefix(since) { return "no \(text.dropFirst(since.count)) before it" }
    if value < 0, text.hasPrefix("# blocks to") { return "no full paragraph after it" }
    if value < 0, text.hasPrefix("the last heading") { return "no heading before it" }
    return text.map { character in
      switch character {
      case "#": number(value)
      case "~": share(value)
      case "%": percentage(value)
      case "?": value == 0 ? "no" : "yes"
      default: String(character)
      }
    }.joined()
  }

  private static func distance(
    _ name: String, _ value: Float, inside: String, outside: String
  ) -> String {
    if value >= Float(DistanceTable.none) { return "\(outside) \(name)" }
    return "\(inside) \(name)" + (value == 0 ? ", itself" : ", \(elements(value)) up")
  }

  private static func around(_ column: ColumnName, _ value: Float) -> String {
    let place = column.index == 0 ? "its element" : "larger element \(column.index) around it"
    switch column.name {
    case "share": return "\(place) holds \(percentage(value)) of the page's text"
    case "linkDensity": return "\(place): link density \(share(value))"
    case "charactersPerTag": return "\(place): \(number(value)) characters a tag"
    case "composite": return "\(place): \(percentage(value)) of the page's highest text density"
    case "sum": return "\(place): \(percentage(value)) of the page's highest density sum"
    case "blocks": return "\(place): \(number(value)) blocks"
    case "wordsPerBlock": return "\(place): \(number(value)) words a block"
    case "sentencesPerBlock": return "\(place): \(number(value)) ends of sentences a block"
    case "paragraphShare": return "\(place): \(percentage(value)) of its text in paragraphs"
    case "siblings": return "\(place): one of \(number(value)) siblings of one shape"
    default: return "\(percentage(value)) of the blocks of \(place) come before it"
    }
  }

  private static func mark(_ column: ColumnName, _ value: Float) -> String {
    let isLink = LinkHints.names.contains(column.name)
    let what = isLink ? "links of the kind \(column.name)" : column.name
    guard column.index > 0 else { return "\(number(value)) \(what)" }
    return "larger element \(column.index) around it: \(number(value)) \(what) a block"
  }

  private static func group(_ column: ColumnName, _ value: Float) -> String {
    let group =
      column.family == "card" ? "its group of siblings" : "its outermost group of siblings"
    switch column.name {
    case "size":
      return value == 0 ? "not one of repeated siblings" : "\(group) has \(number(value))"
    case "element": return "\(group) is of \(element(value))"
    case "index", "place":
      return value < 0
        ? "not one of repeated siblings" : "\(group): \(column.name) \(number(value))"
    case "share", "linkDensity": return "\(group): \(column.name) \(share(value))"
    default: return "\(group): \(column.name) \(number(value))"
    }
  }

  private static func page(_ column: ColumnName, _ value: Float) -> String {
    if column.name.hasPrefix("hint.") {
      return "the page: \(number(value)) elements whose class says \(column.name.dropFirst(5))"
    }
    if column.name.hasPrefix("address."), column.name != "address.depth" {
      return
        "the page's address looks like \(column.name.dropFirst(8)): \(value == 0 ? "no" : "yes")"
    }
    if column.name.hasPrefix("type") || column.name.hasPrefix("has")
      || column.name.hasPrefix("openGraph")
    {
      return "the page declares \(column.name): \(value == 0 ? "no" : "yes")"
    }
    return "the page: \(column.name) \(number(value))"
  }

  private static func neighbour(_ column: ColumnName, _ value: Float) -> String {
    if column.family == "kind" { return "set as \(kind(value))" }
    if column.family == "container" { return "in the block element \(element(value))" }
    if column.family == "leaf" { return "its text begins in \(element(value))" }
    if column.family.hasPrefix("since") {
      let what = column.family == "sinceTitle" ? "the page's title" : "the first main heading"
      if value <= -999 { return "\(what) is not on the page" }
      return value < 0
        ? "\(number(-value)) blocks before \(what)" : "\(number(value)) blocks after \(what)"
    }
    if column.family.hasPrefix("smoothed") { return smoothed(column, value) }
    let place = place(column.index)
    let answer = value == 0 ? "no" : "yes"
    switch column.family {
    case "alike": return "block \(place) has the same tag and class: \(answer)"
    case "sibling": return "block \(place) is in the same element: \(answer)"
    default: return "\(column.text) \(number(value))"
    }
  }

  private static func smoothed(_ column: ColumnName, _ value: Float) -> String {
    let deviation = SmoothedDensity.deviations[max(0, min(column.index, 3))]
    let width = deviation == 1 ? "1 block" : "\(number(deviation)) blocks"
    return column.family == "smoothedRatio"
      ? "text density within \(width): \(percentage(value)) of the page's highest"
      : "text density within \(width) \(number(value))"
  }

  private static func place(_ offset: Int) -> String {
    offset < 0 ? "\(-offset) before" : "\(offset) after"
  }

  private static func kind(_ value: Float) -> String {
    switch value {
    case 1...6: "heading of level \(number(value))"
    case 8: "paragraph"
    case 9: "quote"
    case 10: "code"
    case 12, 13: "item of a list"
    case 14, 15: "item of a numbered list"
    case 17: "row of a table"
    case 18: "caption"
    default: "something else"
    }
  }

  private static func element(_ value: Float) -> String {
    let name = ElementName(rawValue: UInt8(clamping: whole(value)))?.name ?? "other"
    return name.isEmpty ? "nothing" : name
  }

  private static func elements(_ value: Float) -> String {
    value == 1 ? "1 element" : "\(number(value)) elements"
  }

  /// A number without its decimals; 0 for what no column holds.
  private static func whole(_ value: Float) -> Int {
    value.magnitude < 1e9 ? Int(value) : 0
  }

  /// A share of one, as `.93`.
  static func share(_ value: Float) -> String {
    let hundredths = whole((value * 100).rounded())
    guard (0..<100).contains(hundredths), value.isFinite else { return number(value) }
    return (hundredths < 10 ? ".0" : ".") + String(hundredths)
  }

  /// A share of one, as `93 %`.
  static func percentage(_ value: Float) -> String {
    guard value.isFinite, value.magnitude < 1e6 else { return number(value) }
    return "\(Int((value * 100).rounded())) %"
  }

  /// A number with two decimals at the most.
  static func number(_ value: Float) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return String(value) }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + decimals
  }
}
