import RecordEncoding

/// Writes HTML and SVG so that no text can become markup: names are fixed, texts and values are escaped.
struct HTMLWriter {
  /// Names and values of attributes; one without value is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// What was written so far.
  private(set) var output = ""

  /// Writes an element with what `content` writes inside it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    output += "</\(name)>"
  }

  /// Writes an element with a text inside it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that has no content and no end tag.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
  }

  /// Writes text.
  mutating func text(_ text: String) { HTMLEscaper.append(text, to: &output) }

  /// Ends a line, for people who look at the source.
  mutating func newline() { output += "\n" }

  /// Writes markup, style or script of the program's own.
  mutating func own(_ markup: String) { output += markup }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    output += "<\(name)"
    for (name, value) in attributes {
      guard let value else { continue }
      output += " \(name)=\""
      HTMLEscaper.append(value, to: &output)
      output += "\""
    }
    output += ">"
  }
}
