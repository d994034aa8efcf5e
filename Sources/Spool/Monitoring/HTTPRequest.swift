/// The first line of a request, as far as it matters here.
package struct HTTPRequest: Hashable, Sendable {
  /// The method: `GET`, `HEAD` or another.
  package var method: String
  /// The path without a query.
  package var path: String

  /// The request that these bytes begin with, or `nil` when they are none.
  package init?(head: [UInt8]) {
    let line = head.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard parts.count == 3, parts[2].hasPrefix("HTTP/1."), parts[1].hasPrefix("/") else {
      return nil
    }
    method = String(parts[0])
    path = String(parts[1].prefix { $0 != "?" })
  }

  /// Whether all of the request is there: an empty line ends it.
  package static func isWhole(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("\r\n\r\n") || text.contains("\n\n")
  }
}
