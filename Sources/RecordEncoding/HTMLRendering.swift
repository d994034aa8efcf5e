public import Extraction

/// The content of a record as a complete HTML document without styles, scripts or links.
///
/// The article is an `article` element; comments follow it in a `section`. All text is escaped, so that
/// nothing of the page's own markup comes back to life.
public struct HTMLRendering {
  private var output = ""

  /// The document of a record, in UTF-8, with a line feed at the end.
  public static func render(_ record: Record) -> String {
    var rendering = HTMLRendering()
    rendering.addHead(of: record)
    rendering.add(groups: BlockGrouping.content(of: record), open: "<article>", close: "</article>")
    rendering.add(
      groups: BlockGrouping.comments(of: record),
      open: "<section class=\"comments\" aria-label=\"Comments\">", close: "</section>")
    rendering.output += "</body>\n</html>\n"
    return rendering.output
  }

  private mutating func addHead(of record: Record) {
    output += "<!DOCTYPE html>\n<html"
    if let language = record.metadata.language {
      output += " lang=\""
      HTMLEscaper.append(language, to: &output)
      output += "\""
    }
    output += ">\n<head>\n<meta charset=\"utf-8\">\n"
    output += "<meta name=\"viewport\" content=\"width=device-width\">\n"
    add("title", text: record.metadata.title ?? record.id)
    output += "</head>\n<body dir=\"auto\">\n"
  }

  private mutating func add(groups: [BlockGroup], open: String, close: String) {
    guard !groups.isEmpty else { return }
    output += open + "\n"
    for group in groups { add(group) }
    output += close + "\n"
  }

  private mutating func add(_ group: BlockGroup) {
    switch group {
    case .title(let text): add("h1", text: text)
    case .byline(let lines): add("p", class: "byline", text: lines.joined(separator: " · "))
    case .heading(let level, let text): add("h\(level)", text: text)
    case .paragraph(let text): add("p", text: text)
    case .quote(let paragraphs): add(quote: paragraphs)
    case .list(let items): add(list: items)
    case .code(let text): add(code: text)
    case .table(let rows): add(table: rows)
    case .caption(let text): add("p", class: "caption", text: text)
    }
  }

  private mutating func add(_ element: String, class name: String? = nil, text: String) {
    output += "<" + element
    if let name { output += " class=\"" + name + "\"" }
    output += ">"
    HTMLEscaper.append(text, to: &output)
    output += "</" + element + ">\n"
  }

  private mutating func add(quote paragraphs: [String]) {
    output += "<blockquote>\n"
    for paragraph in paragraphs { add("p", text: paragraph) }
    output += "</blockquote>\n"
  }

  private mutating func add(code: String) {
    output += "<pre><code>"
    HTMLEscaper.append(code, to: &output)
    output += "</code></pre>\n"
  }

  private mutating func add(table rows: [[String]]) {
    output += "<table>\n"
    for row in rows {
      output += "<tr>"
      for cell in row {
        output += "<td>"
        HTMLEscaper.append(cell, to: &output)
        output += "</td>"
      }
      output += "</tr>\n"
    }
    output += "</table>\n"
  }

  // MARK: - Lists

  private mutating func add(list items: [ListItem]) {
    var open: [Bool] = []
    for item in items {
      let depth = min(item.depth, open.count + 1)
      while open.count > depth { close(&open) }
      if open.count == depth, open.last != item.ordered { close(&open) }
      if open.count == depth {
        output += "</li>\n"
      } else {
        output += item.ordered ? "<ol>\n" : "<ul>\n"
        open.append(item.ordered)
      }
      output += "<li>"
      HTMLEscaper.append(item.text, to: &output)
    }
    while !open.isEmpty { close(&open) }
  }

  private mutating func close(_ open: inout [Bool]) {
    guard let ordered = open.popLast() else { return }
    output += ordered ? "</li>\n</ol>\n" : "</li>\n</ul>\n"
  }
}
