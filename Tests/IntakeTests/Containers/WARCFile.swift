/// Makes WARC records for tests.
enum WARCFile {
  /// The bytes of a page with that many words of its own.
  static func page(_ title: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html><html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
      <p>The page \(title) tells of the rain that fell on the town for three days and nights.</p>
      </article></body></html>
      """.utf8)
  }

  /// A record of any type.
  static func record(
    _ type: String, _ fields: [String], block: [UInt8], length: Int? = nil, version: String = "1.0"
  ) -> [UInt8] {
    let header =
      ["WARC/\(version)", "WARC-Type: \(type)"] + fields
      + ["Content-Length: \(length ?? block.count)", "", ""]
    return Array(header.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// A response of a server.
  static func response(
    _ number: Int, body: [UInt8], http: [String] = ["Content-Type: text/html"],
    fields: [String] = [], length: Int? = nil
  ) -> [UInt8] {
    let head = (["HTTP/1.1 200 OK"] + http + ["", ""]).joined(separator: "\r\n")
    return record(
      "response",
      [
        "WARC-Record-ID: <urn:uuid:\(number)>", "WARC-Date: 2024-05-17T06:42:10.5Z",
        "WARC-Target-URI: <https://example.org/\(number)>",
        "Content-Type: application/http; msgtype=response",
      ] + fields, block: Array(head.utf8) + body, length: length)
  }

  /// The record that comes first in most files.
  static let information = record("warcinfo", [], block: Array("software: test\r\n".utf8))
}
