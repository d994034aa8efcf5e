import SystemPackage

/// Folders whose names changed, each of which is synchronized once for all that happened in it.
struct ChangedFolders {
  private var targets: [any Directory] = []
  private var sources: [any Directory] = []

  /// A file came into that folder.
  mutating func insert(target folder: any Directory) { Self.insert(folder, into: &targets) }

  /// A file left that folder.
  mutating func insert(source folder: any Directory) { Self.insert(folder, into: &sources) }

  /// Waits until the names of all of them are on stable storage: those that files came into first, then those that
  /// they left, each in the order in which they were told.
  func synchronize() throws(Errno) {
    for folder in targets + sources { try folder.synchronize() }
  }

  private static func insert(_ folder: any Directory, into folders: inout [any Directory]) {
    guard !folders.contains(where: { $0.identity == folder.identity }) else { return }
    folders.append(folder)
  }
}
