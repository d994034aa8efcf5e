/// What an output says of its input.
package struct OutputOrigin: Hashable, Sendable {
  /// SHA-256 of the input as it was stored, in 64 lower-case hexadecimal digits.
  package var sha256: String
  /// Whether the record says that the input failed.
  package var isFailed: Bool
  /// What the input is called.
  package var name: String?
  /// When the input was changed or fetched.
  package var modified: String?
  /// The page's address.
  package var url: String?

  /// An origin with all its fields.
  package init(
    sha256: String, isFailed: Bool, name: String? = nil, modified: String? = nil,
    url: String? = nil
  ) {
    self.sha256 = sha256
    self.isFailed = isFailed
    self.name = name
    self.modified = modified
    self.url = url
  }

  /// Whether it was made of the input of that digest, and of that page where the input is one.
  func isOf(_ sha256: String, _ page: PageOrigin?) -> Bool {
    guard !sha256.isEmpty, self.sha256 == sha256 else { return false }
    return page.map { $0.fits(self) } ?? true
  }
}
