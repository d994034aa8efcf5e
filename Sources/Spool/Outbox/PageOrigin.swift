import Intake

/// What tells a page of a container from a page of the same bytes in another container.
///
/// Two crawls of one site hold the same payloads, fetched at other times or under other addresses, and their
/// files are often called the same.
package struct PageOrigin: Hashable, Sendable {
  private let name: String
  private let modified: String?
  private let url: String?

  /// The origin of a page that was announced.
  package init(_ page: PageAnnouncement) {
    name = page.name
    modified = page.modified
    url = page.url
  }

  /// Whether an output was made of that very page; its digest is compared by others.
  ///
  /// A page without an address in its container may have told one itself.
  func fits(_ output: OutputOrigin) -> Bool {
    output.name == name && output.modified == modified && (url == nil || output.url == url)
  }

  /// A digest in which pages of the same bytes differ, in 64 lower-case hexadecimal digits.
  func digest(of sha256: String) -> String {
    let fields = [sha256, name, modified ?? "", url ?? ""]
    return SourceDigest.hexadecimal(of: Array(fields.joined(separator: "\n").utf8))
  }
}
