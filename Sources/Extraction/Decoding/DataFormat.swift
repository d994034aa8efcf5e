/// Tells formats that are text by their bytes and yet nothing that people read: JSON, and XML other than XHTML.
enum DataFormat {
  // Bytes in which the first element of XML or the first member of JSON stands.
  private static let sampleLength = 65_536
  // Bytes of a name of an element, of which the longest known one has 12.
  private static let longestName = 64
  /// Elements that documents begin with which leave out the declaration of XML.
  private static let roots: Set<String> = [
    "svg", "rss", "feed", "urlset", "sitemapindex", "rdf:rdf",
  ]

  /// The format of a document, or `nil` when it is none of these.
  static func kind(of document: Span<UInt8>) -> String? {
    let end = min(document.count, sampleLength)
    var bytes: [UInt8] = []
    bytes.append(copying: document.extracting(..<end))
    let text = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    switch text.first {
    case UInt8(ascii: "{"): return isObject(text) ? "json" : nil
    case UInt8(ascii: "["):
      let element = afterSpace(text.dropFirst())
      return isObject(element) ? "json" : nil
    case UInt8(ascii: "<"): return isXML(text, of: document) ? "xml" : nil
    default: return nil
    }
  }

  /// Whether an object begins there whose first member has a name.
  private static func isObject(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    let member = afterSpace(text.dropFirst())
    guard member.first == UInt8(ascii: "\"") else { return false }
    let name = member.dropFirst().prefix(longestName)
    guard let quote = name.firstIndex(of: UInt8(ascii: "\"")) else { return false }
    return afterSpace(text[(quote + 1)...]).first == UInt8(ascii: ":")
  }

  /// Whether the first element is that of a known format, or follows a declaration of XML and is none of HTML.
  private static func isXML(_ text: ArraySlice<UInt8>, of document: Span<UInt8>) -> Bool {
    var rest = text
    var isDeclared = false
    while rest.first == UInt8(ascii: "<") {
      let end: ArraySlice<UInt8>.Index?
      if rest.starts(with: "<!--".utf8) {
        end = after("-->", in: rest)
      } else if rest.starts(with: "<?".utf8) {
        isDeclared = isDeclared || rest.starts(with: "<?xml".utf8)
        end = after("?>", in: rest)
      } else if rest.starts(with: "<!".utf8) {
        let type = name(rest.dropFirst("<!DOCTYPE ".utf8.count))
        if type == "html" { return false }
        end = after(">", in: rest)
      } else {
        let root = name(rest.dropFirst())
        if root == "svg", !isDeclared { return !goesOnBehindDrawings(document) }
        return roots.contains(root) || (isDeclared && !isHTML(root))
      }
      guard let end else { return false }
      rest = afterSpace(rest[end...])
    }
    return false
  }

  /// Whether text or markup follows the last drawing: parts of pages may begin with one that holds their symbols.
  private static func goesOnBehindDrawings(_ document: Span<UInt8>) -> Bool {
    let close: StaticString = "</svg"
    var start = document.count - close.utf8CodeUnitCount
    while start >= 0, !ByteSearch.hasPrefix(close, of: document.extracting(start...)) { start -= 1 }
    guard start >= 0 else { return false }
    var next = ByteSearch.firstIndex(of: ASCII.greaterThan, in: document, from: start) + 1
    while next < document.count, document[next] <= ASCII.space { next += 1 }
    guard next < document.count else { return false }
    let rest = document.extracting(next...)
    return !ByteSearch.hasPrefix("<!", of: rest) && !ByteSearch.hasPrefix("<?", of: rest)
  }

  private static func isHTML(_ element: String) -> Bool {
    let local = element.split(separator: ":").last.map(String.init) ?? element
    return TagScanner.isKnown(local)
  }

  private static func name(_ text: ArraySlice<UInt8>) -> String {
    let name = text.prefix(longestName).prefix { byte in
      byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func afterSpace(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.drop { $0 <= 0x20 }
  }

  private static func after(_ mark: String, in text: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(mark.utf8)
    var place = text.startIndex
    while place + wanted.count <= text.endIndex {
      if text[place...].starts(with: wanted) { return place + wanted.count }
      place += 1
    }
    return nil
  }
}
