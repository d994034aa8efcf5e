extension FeatureRows {
  private static let countedElements: [ElementName] = [
    .p, .li, .h2, .h3, .a, .img, .table, .form, .input, .button, .article, .section, .time, .pre,
    .blockquote, .figure, .ul, .dl, .nav, .tr,
  ]

  /// What the whole page is like; the same for each of its blocks.
  @inline(__always)
  func writePage(to sink: inout some FeatureSink) {
    sink.add("page.words", features.page.words)
    sink.add("page.blocks", features.page.blocks)
    sink.add("page.linkDensity", features.page.linkDensity)
    sink.add("page.longestBlock", features.page.longestBlock)
    sink.add("page.sentenceBlocks", features.page.sentenceBlocks)
    sink.add("page.wordsPerBlock", features.page.words / max(features.page.blocks, 1))
    sink.add("page.headings", features.page.headings)
    sink.add("page.listItems", features.page.listItems)
    sink.add("page.tableRows", features.page.tableRows)
    sink.add("page.codeBlocks", features.page.codeBlocks)
    for element in Self.countedElements {
      sink.add("page.\(element.name)", features.page.count(of: element))
    }
    for hint in 0..<HintDistances.hintCount {
      sink.add("page.hint.\(ClassHintTokens.name(ofBit: hint))", features.page.hintCounts[hint])
    }
    let anchorCharacters = Float(features.counts.characters[features.density.anchor])
    sink.add("page.anchorShare", anchorCharacters / Float(max(features.counts.characters[0], 1)))
    sink.add("page.largestGroup", features.largestGroup)
    for (bit, name) in LinkHints.names.enumerated() {
      sink.add("page.address.\(name)", features.address.hints.rawValue >> bit & 1 == 1 ? 1 : 0)
    }
    sink.add("page.address.depth", features.address.depth)
    for (lane, name) in BlockMarks.names.enumerated() {
      sink.add("page.mark.\(name)", features.marks.total(of: lane))
    }
    for (index, name) in PageSignals.names.enumerated() {
      sink.add("page.\(name)", features.signals.values[index])
    }
  }
}
