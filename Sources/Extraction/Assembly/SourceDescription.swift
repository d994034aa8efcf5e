/// Where a document's bytes came from.
public struct SourceDescription: Sendable, Equatable {
  /// The file's name; of a file found in a directory, its path below that directory.
  public var name: String
  /// The number of bytes of the file as it was stored.
  public var byteCount: Int
  /// SHA-256 of the file as it was stored, in 64 lower-case hexadecimal digits.
  public var sha256: String
  /// When the file was last changed, in ISO 8601 with seconds and `Z`.
  public var modified: String?
  /// `text/html`, `text/plain` or `application/xhtml+xml`, told by content.
  public var mediaType: String?
  /// The WHATWG name of the character encoding the text was decoded from.
  public var encoding: String?
  /// The page's address, when the caller or the container names it.
  public var url: String?

  /// A source of that name, size and digest.
  public init(
    name: String, byteCount: Int, sha256: String, modified: String? = nil,
    mediaType: String? = nil, encoding: String? = nil, url: String? = nil
  ) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
    self.modified = modified
    self.mediaType = mediaType
    self.encoding = encoding
    self.url = url
  }
}
