/// The parts of a column's name: `ancestor[2].share` is the share of the second ancestor.
struct ColumnName {
  /// The whole name.
  let text: String
  /// What it begins with, up to a bracket or point.
  let family: String
  /// The number in brackets; 0 where there is none.
  let index: Int
  /// What follows the first point after that; empty where there is none.
  let name: String

  /// The parts of a name.
  init(_ text: String) {
    self.text = text
    let family = text.prefix { $0 != "[" && $0 != "." }
    self.family = String(family)
    var rest = text.dropFirst(family.count)
    if rest.first == "[" {
      let digits = rest.dropFirst().prefix { $0 != "]" }
      index = Int(digits) ?? 0
      rest = rest.dropFirst(digits.count + 2)
    } else {
      index = 0
    }
    name = String(rest.first == "." ? rest.dropFirst() : rest)
  }

  /// Of a column of a neighbouring block's values, such as `words[-1]`, the value and how many places after the row's
  /// block the neighbour is; `nil` for others.
  var neighbour: (value: String, offset: Int)? {
    guard text.hasSuffix("]"), let bracket = text.lastIndex(of: "["),
      let offset = Int(text[text.index(after: bracket)...].dropLast())
    else { return nil }
    let value = String(text[..<bracket])
    return FeatureLayout.blockValues.contains(value) ? (value, offset) : nil
  }
}
