extension FeatureRow {
  private static let countedElements: [ElementName] = [
    .p, .li, .h2, .h3, .a, .img, .table, .form, .input, .button, .article, .section, .time, .pre,
    .blockquote, .figure, .ul, .dl, .nav, .tr,
  ]

  /// What the whole page is like; the same for each of its blocks.
  @inline(__always)
  func writePage(to sink: inout some FeatureSink) {
    let page = features.page
    sink.add("page.words", page.words)
    sink.add("page.blocks", page.blocks)
    sink.add("page.linkDensity", page.linkDensity)
    sink.add("page.longestBlock", page.longestBlock)
    sink.add("page.sentenceBlocks", page.sentenceBlocks)
    sink.add("page.wordsPerBlock", page.words / max(page.blocks, 1))
    sink.add("page.headings", page.headings)
    sink.add("page.listItems", page.listItems)
    sink.add("page.tableRows", page.tableRows)
    sink.add("page.codeBlocks", page.codeBlocks)
    for element in Self.countedElements {
      sink.add("page.\(element.name)", page.count(of: element))
    }
    for hint in ClassHintTokens.countedBits {
      sink.add("page.hint.\(ClassHintTokens.name(ofBit: hint))", page.hintCounts[hint])
    }
    let density = features.density
    let anchorCharacters = Float(features.counts.characters[density.anchor])
    sink.add("page.anchorShare", anchorCharacters / Float(max(features.counts.characters[0], 1)))
    sink.add("page.largestGroup", features.largestGroup)
    for (index, name) in PageSignals.names.enumerated() {
      sink.add("page.\(name)", features.signals.values[index])
    }
  }
}
