private import Foundation

/// A page of the corpus as bytes, beside its annotated form.
public struct EncodedPage: Sendable, CustomStringConvertible {
  /// The folder's name.
  public let name: String
  /// `source.html`.
  public let source: [UInt8]
  /// `annotated.html`.
  public let annotated: String
  /// What `page.json` says that the source is in; UTF-8 where it says nothing.
  public let encoding: String?

  /// The name, which test reports show.
  public var description: String { name }

  private struct Description: Decodable {
    var encoding: String?
  }

  /// All pages of the corpus, by name.
  public static func all() throws -> [EncodedPage] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Corpus/pages").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    return try names.map { name in
      let page = folder.appending(path: name)
      let description = try Data(contentsOf: page.appending(path: "page.json"))
      return EncodedPage(
        name: name,
        source: Array(try Data(contentsOf: page.appending(path: "source.html"))),
        annotated: try String(contentsOf: page.appending(path: "annotated.html"), encoding: .utf8),
        encoding: try JSONDecoder().decode(Description.self, from: description).encoding)
    }
  }
}
