/// An open element whose text the declarations want.
struct DeclarationCapture {
  /// The element.
  var node: UInt32
  /// Where its text begins in the arena, at the earliest.
  var textStart: Int
  /// The first block at or after its start.
  var block: Int
  /// The names its `itemprop` and `rel` give it, in lower case.
  var names: [String]
  /// Its `content`, `datetime` or `href` attribute.
  var value: String?
  /// Its `datetime` attribute.
  var datetime: String?
  /// Its `class`, `id`, `rel` and `itemprop` attributes in lower case, with `pubdate` where it has that.
  var hints: String
  /// Its own `itemtype`, or that of the nearest element around it that has one.
  var itemType: String?
  /// Whether it is a `time` element or has a `datetime` attribute.
  var isTime: Bool
  /// Its place among the byline candidates, when its attributes speak of an author or a date.
  var candidate: Int?
  /// Its place among the people, when its attributes speak of one.
  var person: Int?
}
