/// Tells the names that programs give to files they have not finished.
package enum TemporaryNames {
  // Endings in use: browsers (`.part`, `.crdownload`), FTP and SFTP clients (`.filepart`), editors
  // (`~`, `.swp`), everyone else (`.tmp`).
  private static let endings = [".tmp", ".part", ".filepart", ".crdownload", ".swp", "~"]

  /// Whether a file of that name is left alone until it is renamed: hidden, or with a temporary ending.
  package static func contains(_ name: FileName) -> Bool {
    if name.bytes.first == UInt8(ascii: ".") { return true }
    return endings.contains { name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
