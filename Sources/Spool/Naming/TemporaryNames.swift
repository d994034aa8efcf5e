/// Tells the names that programs give to files they have not finished.
package enum TemporaryNames {
  // Endings in use: browsers (`.part`, `.crdownload`), FTP and SFTP clients (`.filepart`), editors
  // (`~`, `.swp`), everyone else (`.tmp`).
  private static let endings = [".tmp", ".part", ".filepart", ".crdownload", ".swp", "~"]

  /// Whether a file of that name is left alone until it is renamed: hidden, or with a temporary ending.
  package static func contains(_ name: FileName) -> Bool {
    isHidden(name) || endings.contains { name.hasEnding($0) }
  }

  /// Whether the name begins with a dot.
  package static func isHidden(_ name: FileName) -> Bool {
    name.bytes.first == UInt8(ascii: ".")
  }
}
