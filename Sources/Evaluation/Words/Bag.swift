/// Things with the number of times that each is there.
public struct Bag<Element: Hashable & Sendable>: Sendable {
  /// How often each is there; never 0.
  public private(set) var counts: [Element: Int] = [:]
  /// How many there are in all.
  public private(set) var total = 0

  /// A bag with nothing in it.
  public init() {}

  /// The bag of some things.
  public init(_ elements: some Sequence<Element>) {
    for element in elements { add(element) }
  }

  /// Adds one thing.
  public mutating func add(_ element: Element) {
    counts[element, default: 0] += 1
    total += 1
  }

  /// How many of this bag's things the other has too, each as often as in the one with fewer of it.
  public func common(with other: Self) -> Int {
    let (small, large) = counts.count <= other.counts.count ? (self, other) : (other, self)
    return small.counts.reduce(0) { $0 + min($1.value, large.counts[$1.key] ?? 0) }
  }
}

extension Bag<String> {
  /// The words of a text in lower case.
  public static func words(of text: String) -> Self { Self(WordReader.lowercasedWords(of: text)) }
}
