/// The group of every column that the trees can look at: those of the feature table, then the context's.
enum FeatureGrouping {
  /// One group a column.
  static let groups: [FeatureGroup] =
    FeatureTable.columnNames.map { group(of: $0) ?? .page } + contextGroups

  /// The group of a column of the feature table; `nil` for a name that none is known for.
  static func group(of column: String) -> FeatureGroup? {
    if let group = byName[column] { return group }
    if ColumnName(column).neighbour != nil { return .neighbours }
    if column.hasPrefix("page.") { return .page }
    if column.hasPrefix("above.") { return .markup }
    if column.hasPrefix("hint.") { return .classHints }
    if column.hasPrefix("card.") || column.hasPrefix("row.") { return .repetition }
    if column.hasPrefix("mark.") { return group(ofMark: column.dropFirst("mark.".count)) }
    if column.hasPrefix("mark["), let point = column.firstIndex(of: ".") {
      let group = group(ofMark: column[column.index(after: point)...])
      return group == .shape ? .neighbours : group
    }
    if column.hasPrefix("ancestor["), let point = column.firstIndex(of: ".") {
      return group(ofAncestor: column[column.index(after: point)...])
    }
    if column.hasPrefix("smoothedLinks") { return .linkDensity }
    if column.hasPrefix("smoothed") { return .textDensity }
    return column.hasSuffix("]") ? .neighbours : nil
  }

  private static let byName: [String: FeatureGroup] = {
    let names: [(FeatureGroup, String)] = [
      (
        .shape,
        "words characters wordLength digitShare digits capitalShare capitalizedWords sentenceMarks sentences commas signs numbers endsSentence endsInColon kind"
      ),
      (.linkDensity, "linkDensity"),
      (.repetition, "repetitions"),
      (.markup, "followsLineBreak hidden container leaf depth tagsInside blocksInside"),
      (.page, "titleShare titleCover descriptionShare descriptionCover"),
      (.textDensity, "marked anchorDistance"),
      (.neighbours, "longBlockBefore longBlockAfter"),
      (
        .position,
        "position blocksBefore blocksAfter wordsBefore plainWordsBefore sinceHeadingOne sinceTitle headingDistance headingLevel"
      ),
    ]
    var groups: [String: FeatureGroup] = [:]
    for (group, list) in names {
      for name in list.split(separator: " ") { groups[String(name)] = group }
    }
    return groups
  }()

  private static func group(ofMark name: Substring) -> FeatureGroup {
    if LinkHints.names.contains(String(name)) { return .linkDensity }
    let elements = ["images", "fields", "buttons"]
    return elements.contains(String(name)) ? .markup : .shape
  }

  private static func group(ofAncestor name: Substring) -> FeatureGroup {
    switch name {
    case "linkDensity": .linkDensity
    case "siblings": .repetition
    case "element": .markup
    case "position": .position
    default: .textDensity
    }
  }

  /// The groups of the columns of ``ContextTable``, in their order.
  ///
  /// The block's own probability and choice follow its own features and are in no group of their own; where
  /// they stand, any group would do.
  private static let contextGroups: [FeatureGroup] = FeatureLayout.contextColumns.map { column in
    switch column.source {
    case .pageContext: .page
    default:
      ["sinceFirst", "sinceLast", "massBefore"].contains(column.name) ? .position : .neighbours
    }
  }
}
