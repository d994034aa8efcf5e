import TextCoding

/// A line of JSON that holds a page: `id`, `url`, and `html` or `html_base64` with `charset`.
///
/// Members of other names are passed over, and so are those that are `null`: tables that are written as lines have
/// each column in each line.
package struct PageLine {
  /// The names of the members that hold a page.
  static let keys = ["html", "html_base64"]

  /// The page's identifier, a string or number, if the line gives one.
  package private(set) var id: String?
  /// The page's address, if the line gives one.
  package private(set) var url: String?
  /// The encoding of the page: UTF-8 where the line gave text, else what its `charset` says.
  package private(set) var charset: String?
  /// The page, which may be empty.
  package private(set) var bytes: [UInt8] = []

  /// Reads a line.
  ///
  /// - Throws: ``PageLineError`` when it holds no page.
  package init(_ line: [UInt8]) throws(PageLineError) {
    var page: JSONScalar?
    var base64: JSONScalar?
    do throws(JSONSyntaxError) {
      var reader = JSONObjectReader(line)
      while let name = try reader.nextName() {
        let value = try reader.value()
        if value == .null { continue }
        switch name {
        case "id": id = value.text
        case "url": url = value.text
        case "charset": charset = value.text
        case "html": page = value
        case "html_base64": base64 = value
        default: break
        }
      }
    } catch {
      throw PageLineError(fault: .syntax(error), id: id)
    }
    try take(page, base64)
  }

  private mutating func take(_ page: JSONScalar?, _ base64: JSONScalar?) throws(PageLineError) {
    switch (page, base64) {
    case (.string(let text), nil):
      // A string of JSON is UTF-8 by then, whatever the page in it says of itself.
      (bytes, charset) = (text, "utf-8")
    case (nil, .string(let text)):
      guard let decoded = Base64.decode(text[...]) else {
        throw PageLineError(fault: .base64, id: id)
      }
      bytes = decoded
    case (nil, nil): throw PageLineError(fault: .noPage, id: id)
    default: throw PageLineError(fault: .notOneString, id: id)
    }
  }
}
