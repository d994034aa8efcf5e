import SystemPackage

/// Writes a file that others read while it is replaced.
///
/// It is whole or not there, but not waited for until it is on stable storage: it only tells of a process
/// that is gone after a loss of power.
struct ReplacedFile: Sendable {
  let folder: any Directory
  let name: FileName

  /// The name that the file has while it is written; one process writes it, so what stands there is a leftover.
  private var temporaryName: FileName {
    FileName(bytes: Array(".".utf8) + name.bytes.prefix(Self.keptLength) + Array(".tmp".utf8))
  }

  /// Gives the file this content.
  func write(_ bytes: [UInt8]) throws(Errno) {
    let temporary = temporaryName
    try? folder.remove(temporary)
    let file = try folder.createFile(temporary)
    do throws(Errno) {
      try file.write(bytes)
      try file.close()
      try folder.rename(temporary, to: folder, as: name, replacing: true)
    } catch {
      try? folder.remove(temporary)
      throw error
    }
  }

  // Bytes of the name, so that a dot and the ending fit into 255.
  private static let keptLength = 250
}
