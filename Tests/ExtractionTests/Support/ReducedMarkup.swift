import BasicContainers

@testable import Extraction

/// The page as the reducer leaves it, written as markup: tags in one plain form, text with `<` escaped.
func reduced(_ markup: String) -> String {
  let page = Array(markup.utf8)
  var reducer = MarkupReducer()
  reducer.reduce(page.span)
  return reducer.skeleton.markup(of: page)
}

extension PageSkeleton {
  /// The markup that libxml2 is shown.
  var shown: String { String(copying: markup.span) }

  /// All texts and tags.
  var itemList: [PageItem] { items.indices.map { items[$0] } }

  /// The skeleton with the text and attributes of its page in it.
  func markup(of page: [UInt8]) -> String {
    func text(_ start: UInt32, _ end: UInt32) -> String {
      String(decoding: page[Int(start)..<Int(end)], as: UTF8.self)
    }
    var result = ""
    for item in itemList {
      let content = text(item.start, item.end)
      switch item.kind {
      case .text, .space: result += content.replacing("<", with: "&lt;")
      case .start: result += tag(item, named: content.isEmpty ? item.name.name : content, text)
      case .end: result += "</" + (content.isEmpty ? item.name.name : content) + ">"
      case .leaf:
        result += tag(item, named: item.name.name, text)
        guard !item.name.traits.contains(.void) else { continue }
        result += content.replacing("<", with: "&lt;") + "</\(item.name.name)>"
      }
    }
    return result
  }

  private func tag(
    _ item: PageItem, named name: String, _ text: (UInt32, UInt32) -> String
  ) -> String {
    let element = elements[Int(item.element)]
    return "<" + name + attributes(element.firstAttribute..<element.endAttribute, text) + ">"
  }

  private func attributes(_ range: Range<UInt32>, _ text: (UInt32, UInt32) -> String) -> String {
    range.map { index in
      let attribute = attributes[Int(index)]
      let value = text(attribute.start, attribute.end).replacing("\"", with: "&quot;")
      return " " + attribute.name.name + (value.isEmpty ? "" : "=\"\(value)\"")
    }.joined()
  }
}
