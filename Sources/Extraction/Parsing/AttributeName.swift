/// The attributes that reach the parse; the reducer cuts every other one.
enum AttributeName: UInt8, CaseIterable, Sendable {
  case `class`, id, role, rel, itemprop, itemtype, itemscope, property, name, content, datetime
  case pubdate, lang, href, hidden, type, start
  case xmlLang, httpEquiv

  /// The attribute's name in lower case.
  var name: String {
    switch self {
    case .xmlLang: "xml:lang"
    case .httpEquiv: "http-equiv"
    default: String(describing: self)
    }
  }
}
