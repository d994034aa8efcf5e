/// What each page adds to one figure, so that the figure of any choice of pages is a sum away.
struct FigureColumn: Sendable {
  private let terms: [FigureSums?]

  init(_ figure: Figure, of pages: [PageScore]) { terms = pages.map(figure.terms) }

  /// The figure of all pages; `nil` where no page says anything of it.
  var value: Double? { value(of: terms.indices) }

  /// The pages that say something of the figure.
  var count: Int { terms.count { $0 != nil } }

  /// The figure of pages by index, each as often as it is named.
  func value(of pages: some Sequence<Int>) -> Double? {
    var sums = FigureSums.zero
    for page in pages {
      if let term = terms[page] { sums += term }
    }
    return sums.value
  }
}
