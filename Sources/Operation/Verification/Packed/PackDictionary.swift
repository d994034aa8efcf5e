import Intake

/// A dictionary that shards may have been packed with.
package struct PackDictionary: Sendable {
  /// Its bytes.
  let bytes: [UInt8]
  /// Their SHA-256.
  let sha256: String

  /// The dictionary of those bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = SourceDigest.hexadecimal(of: bytes)
  }
}
