/// Makes broken markup, the same for the same seed.
public struct TagSoup {
  private var state: UInt64

  /// A generator of its own sequence.
  public init(seed: UInt64) { state = seed }

  /// The elements whose text is text of the page.
  public static let plainElements = [
    "div", "p", "a", "b", "span", "ul", "li", "table", "tr", "td", "th", "tbody", "h1", "h3", "pre",
    "blockquote", "em", "section", "article", "form", "button", "dl", "dd", "x-card", "noscript",
    "label", "time", "center", "font", "figure", "figcaption",
  ]

  /// A page of start tags, end tags and numbered words, few of which match.
  ///
  /// - Parameters:
  ///   - pieces: The number of tags and words.
  ///   - elements: The elements to choose from.
  /// - Returns: The page and its words in order.
  public mutating func page(
    pieces: Int, elements: [String] = plainElements
  ) -> (markup: String, words: [String]) {
    var markup = "<!DOCTYPE html><html><body>"
    var words: [String] = []
    for _ in 0..<pieces {
      let element = elements[next(below: elements.count)]
      switch next(below: 8) {
      case 0, 1: markup += "<\(element)>"
      case 2: markup += "<\(element) class=c\(next(below: 3)) href=/ itemprop=\"author\">"
      case 3, 4: markup += "</\(element)>"
      case 5: markup += next(below: 2) == 0 ? "<br>" : "<hr/>"
      default:
        words.append("w\(words.count)")
        markup += " w\(words.count - 1) "
      }
    }
    return (markup, words)
  }

  /// A page of elements that hold each other, and of an end tag that is wrong or missing now and then.
  ///
  /// - Parameters:
  ///   - pieces: The number of tags and words.
  ///   - faultIn: One end tag of so many is wrong.
  ///   - elements: The elements to choose from.
  /// - Returns: The page.
  public mutating func nestedPage(
    pieces: Int, faultIn: Int, elements: [String] = plainElements
  ) -> String {
    var markup = "<!DOCTYPE html><html><body>"
    var open: [String] = []
    for piece in 0..<pieces {
      switch next(below: 6) {
      case 0, 1:
        open.append(elements[next(below: elements.count)])
        markup += "<\(open[open.count - 1]) class=c\(piece)>"
      case 2, 3:
        guard let last = open.popLast() else { continue }
        let isWrong = next(below: faultIn) == 0
        markup += "</\(isWrong ? elements[next(below: elements.count)] : last)>"
      case 4: markup += ["<br>", "<hr/>", "<!-- -->", "<i>i</i>", " \n "][next(below: 5)]
      default: markup += " w\(piece) "
      }
    }
    return markup
  }

  /// Bytes out of which markup is made, in no order at all.
  public mutating func noise(length: Int) -> String {
    let pieces = [
      "<", ">", "/", "!", "--", "\"", "'", "=", " ", "a", "script", "<!--", "-->", "</", "svg", "&",
      "select", "textarea", "title", "<p", "body", "é", "\n", "]]>", "<![CDATA[", "?", "table",
      "td",
    ]
    return (0..<length).map { _ in pieces[next(below: pieces.count)] }.joined()
  }

  /// The next number of SplitMix (Steele, Lea, Flood 2014), cut to a range.
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
