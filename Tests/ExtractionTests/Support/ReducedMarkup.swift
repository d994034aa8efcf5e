@testable import Extraction

/// The page as the reducer leaves it, written as markup: tags in one plain form, text with `<` escaped.
func reduced(_ markup: String) -> String {
  let page = Array(markup.utf8)
  var reducer = MarkupReducer()
  reducer.reduce(page.span)
  return reducer.skeleton.markup(of: page)
}

extension PageSkeleton {
  /// The skeleton with the text and attributes of its page in it.
  func markup(of page: [UInt8]) -> String {
    func text(_ start: UInt32, _ end: UInt32) -> String {
      String(decoding: page[Int(start)..<Int(end)], as: UTF8.self)
    }
    var result = ""
    var tags = tags[...]
    var runs = runs[...]
    var isInTag = false
    for (index, byte) in markup.enumerated() {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag, let run = runs.popFirst() {
        result += text(run.start, run.end).replacing("<", with: "&lt;")
        continue
      }
      if byte == UInt8(ascii: ">") { isInTag = false }
      if let tag = tags.first, Int(tag.close) == index {
        tags.removeFirst()
        for attribute in attributes[Int(tag.firstAttribute)..<Int(tag.endAttribute)] {
          let value = text(attribute.start, attribute.end).replacing("\"", with: "&quot;")
          result += " " + attribute.name.name + (value.isEmpty ? "" : "=\"\(value)\"")
        }
      }
      result.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return result
  }
}
