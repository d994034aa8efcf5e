extension FeatureRows {
  /// The shape of the block's own text.
  @inline(__always)
  func writeShape(_ block: Int, to sink: inout some FeatureSink) {
    let entry = tree.blocks[block]
    let row = block - features.firstBlock
    let counts = features.statistics[row]
    let words = max(counts.words, 1)
    let characters = Float(max(entry.characters, 1))
    sink.add("words", counts.words)
    sink.add("characters", log(Float(entry.characters)))
    sink.add("linkDensity", linkDensity(of: block))
    sink.add("wordLength", Float(counts.letters) / words)
    sink.add("digitShare", Float(counts.digits) / characters)
    sink.add("digits", Float(counts.digits) / words)
    sink.add("capitalShare", Float(counts.capitals) / characters)
    sink.add("capitalizedWords", Float(counts.capitalizedWords) / words)
    sink.add("sentenceMarks", Float(counts.sentenceMarks) / words)
    sink.add("sentences", Float(counts.sentenceMarks))
    sink.add("commas", Float(counts.commas) / words)
    sink.add("signs", Float(counts.signs) / words)
    sink.add("numbers", Float(counts.numbers) / words)
    sink.add("endsSentence", counts.endsSentence ? 1 : 0)
    sink.add("endsInColon", counts.endsInColon ? 1 : 0)
    sink.add("repetitions", Float(features.repetitions.counts[block]))
    sink.add("followsLineBreak", entry.flags.contains(.followsLineBreak) ? 1 : 0)
    sink.add("hidden", entry.flags.contains(.hidden) ? 1 : 0)
    sink.add("kind", entry.kind.ordinal)
    let title = features.titleShares[row]
    sink.add("titleShare", title.ofText)
    sink.add("titleCover", title.ofReference)
    let description = features.descriptionShares[row]
    sink.add("descriptionShare", description.ofText)
    sink.add("descriptionCover", description.ofReference)
  }
}

extension BlockKind {
  /// A number for each kind, in an order in which neighbours are alike.
  var ordinal: Float {
    switch self {
    case .heading(let level): Float(level)
    case .paragraph: 8
    case .quote: 9
    case .code: 10
    case .listItem(let depth, let ordered): (ordered ? 14 : 12) + (depth > 1 ? 1 : 0)
    case .tableRow: 17
    case .caption: 18
    case .other: 19
    }
  }
}
