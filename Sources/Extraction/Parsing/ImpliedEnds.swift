/// Which start tags end an element in libxml2's eyes.
///
/// These are the pairs of `htmlStartClose` in libxml2 2.9's HTMLparser.c; a test asks libxml2 for each pair of
/// names.
struct ImpliedEnds {
  // Held here, since a table of the program is asked each time whether it was made.
  private let table = Self.table
  private let elementCount = ElementName.allCases.count

  /// Whether the start tag of `next` may end `element`, or may be one that libxml2 drops or moves.
  func mayEnd(_ element: ElementName, at next: ElementName) -> Bool {
    table[Int(element.rawValue) * elementCount + Int(next.rawValue)]
  }

  /// Whether libxml2 takes a name that ``ElementName`` does not list for one without a meaning.
  ///
  /// libxml2 ends a name at the first character that is none of a name, and after 100 bytes.
  static func isOrdinary(_ name: Span<UInt8>, _ hash: NameHash) -> Bool {
    guard name.count < longestName, !unlisted.contains(hash.value) else { return false }
    for index in name.indices where !isOfName(name[index]) { return false }
    return true
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// The length from which on libxml2 cuts a name (`HTML_PARSER_BUFFER_SIZE` in HTMLparser.c).
  private static let longestName = 100

  /// Elements of old that libxml2 knows and ``ElementName`` does not.
  private static let unlisted = ["basefont", "isindex", "listing"].map {
    NameHash(Array($0.utf8).span).value
  }

  /// Start tags that are never as they seem inside the body.
  private static let misplaced: [ElementName] = [.html, .head, .body, .frameset]

  /// The elements, and those whose start tags end them.
  private static let pairs: [(ended: [ElementName], by: [ElementName])] = [
    ([.a], [.a, .fieldset, .table, .td, .th]),
    ([.address], [.dd, .dl, .dt, .form, .li, .ul]),
    ([.b, .i], [.center, .p, .td, .th]),
    ([.big, .s, .small, .strike, .tt], [.p]),
    ([.caption], [.col, .colgroup, .tbody, .tfoot, .thead, .tr]),
    ([.colgroup], [.colgroup, .tbody, .tfoot, .thead, .tr]),
    ([.dd], [.dt]),
    ([.dir, .menu], [.dd, .dl, .dt, .form, .ul]),
    ([.dl], [.form, .li]),
    ([.dt], [.dd, .dl]),
    ([.font], [.center, .td, .th]),
    ([.form], [.form]),
    ([.h1, .h2, .h3, .h4, .h5, .h6], [.fieldset, .form, .li, .p, .table]),
    ([.legend], [.fieldset]),
    ([.li], [.li]),
    ([.ol], [.form, .ul]),
    ([.option], [.optgroup, .option]),
    (
      [.p],
      [
        .address, .blockquote, .caption, .center, .col, .colgroup, .dd, .dir, .div, .dl, .dt,
        .fieldset, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .hr, .li, .menu, .ol, .p, .pre,
        .table, .tbody, .td, .tfoot, .th, .title, .tr, .ul, .xmp,
      ]
    ),
    ([.pre, .xmp], [.dd, .dl, .dt, .fieldset, .form, .li, .table, .ul]),
    ([.span], [.td, .th]),
    ([.tbody, .thead], [.tbody, .tfoot]),
    ([.td, .th], [.tbody, .td, .tfoot, .th, .tr]),
    ([.tfoot], [.tbody]),
    ([.title], [.frameset]),
    ([.tr], [.tbody, .tfoot, .tr]),
    ([.u], [.p, .td, .th]),
    ([.ul], [.address, .form, .menu, .ol, .pre]),
  ]

  /// For each element a row of all start tags.
  private static let table: [Bool] = ElementName.allCases.flatMap { element in
    let ending = pairs.filter { $0.ended.contains(element) }.flatMap(\.by) + misplaced
    return ElementName.allCases.map { ending.contains($0) }
  }
}
