import Crypto
import FoundationEssentials

/// The frame of a page that stands alone: no address in it is fetched, and no script runs but its own.
enum PageFrame {
  /// A whole document.
  ///
  /// - Parameters:
  ///   - title: The document's title.
  ///   - style: Its style sheet, of the program's own.
  ///   - script: Its script, of the program's own; `nil` for none.
  ///   - body: Writes what is in the body.
  /// - Returns: The document in UTF-8, with a line feed at the end.
  static func document(
    title: String, style: String, script: String?, body: (inout HTMLWriter) -> Void
  ) -> String {
    var writer = HTMLWriter()
    writer.own("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    writer.void(
      "meta",
      ["http-equiv": "Content-Security-Policy", "content": policy(style: style, script: script)])
    writer.own("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    writer.own("<meta name=\"referrer\" content=\"no-referrer\">\n")
    writer.element("title", text: title)
    writer.own("\n<style>\(style)</style>\n</head>\n<body>\n")
    body(&writer)
    if let script { writer.own("\n<script>\(script)</script>") }
    writer.own("\n</body>\n</html>\n")
    return writer.output
  }

  /// Nothing may be loaded, and only these two texts may be style and script (Content Security Policy 3).
  private static func policy(style: String, script: String?) -> String {
    let scripts = script.map { "'sha256-\(digest(of: $0))'" } ?? "'none'"
    return "default-src 'none'; style-src 'sha256-\(digest(of: style))'; script-src \(scripts); "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func digest(of text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
