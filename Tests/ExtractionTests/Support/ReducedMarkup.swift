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
        let content = text(run.start, run.end).replacing("<", with: "&lt;")
        guard run.leaf > 0 else {
          result += content
          continue
        }
        let leaf = leaves[Int(run.leaf) - 1]
        result += "<" + leaf.name.name + attributes(leaf.firstAttribute..<leaf.endAttribute, text)
        result += leaf.name.traits.contains(.void) ? ">" : ">\(content)</\(leaf.name.name)>"
        continue
      }
      if byte == UInt8(ascii: ">") { isInTag = false }
      if let tag = tags.first, Int(tag.close) == index {
        tags.removeFirst()
        result += attributes(tag.firstAttribute..<tag.endAttribute, text)
      }
      result.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return result
  }

  private func attributes(_ range: Range<UInt32>, _ text: (UInt32, UInt32) -> String) -> String {
    range.map { index in
      let attribute = attributes[Int(index)]
      let value = text(attribute.start, attribute.end).replacing("\"", with: "&quot;")
      return " " + attribute.name.name + (value.isEmpty ? "" : "=\"\(value)\"")
    }.joined()
  }
}
