import DurableFiles
import Spool
import SystemPackage

/// A folder of an `InMemoryFileSystem`.
final class InMemoryDirectory: Directory {
  let identity: FileIdentity
  private let fileSystem: InMemoryFileSystem
  private var inode: UInt64 { identity.inode }

  init(inode: UInt64, fileSystem: InMemoryFileSystem) {
    identity = FileIdentity(device: 1, inode: inode)
    self.fileSystem = fileSystem
  }

  /// The names in the folder, sorted.
  var names: [FileName] {
    fileSystem.withState { $0.folders[inode, default: [:]].keys.sorted() }
  }

  /// Puts a file on the disk that was there all along.
  func place(_ name: FileName, content: [UInt8]) {
    fileSystem.withState { state in
      state.lastInode += 1
      let file = InMemoryFileSystem.File(content: content, durable: content, inode: state.lastInode)
      state.files[state.lastInode] = file
      state.folders[inode]?[name] = state.lastInode
      state.durableFolders[inode]?[name] = state.lastInode
    }
  }

  func forEachName(_ body: (FileName) -> Void) throws(Errno) {
    for name in names { body(name) }
  }

  func status(of name: FileName) throws(Errno) -> FileStatus {
    let file = try file(name)
    let stamp = FileStamp(
      size: Int64(file.content.count), modified: 0, changed: 0,
      identity: FileIdentity(device: 1, inode: file.inode))
    return FileStatus(kind: .regular, stamp: stamp)
  }

  func openFile(_ name: FileName) throws(Errno) -> OwnedDescriptor {
    throw .notSupported
  }

  func contents(of name: FileName, limit: Int) throws(Errno) -> [UInt8] {
    Array(try file(name).content.prefix(limit))
  }

  func createFile(_ name: FileName) throws(Errno) -> any WritableFile {
    try fileSystem.count(.create)
    let number = try fileSystem.withState { state throws(Errno) in
      guard state.folders[inode]?[name] == nil else { throw .fileExists }
      state.lastInode += 1
      state.files[state.lastInode] = InMemoryFileSystem.File(inode: state.lastInode)
      state.folders[inode]?[name] = state.lastInode
      return state.lastInode
    }
    return InMemoryWritableFile(inode: number, fileSystem: fileSystem)
  }

  func openOrCreateDirectory(_ name: FileName) throws(Errno) -> any Directory {
    let existing = fileSystem.withState { $0.subfolders[inode]?[name] }
    if let existing { return InMemoryDirectory(inode: existing, fileSystem: fileSystem) }
    let folder = fileSystem.makeDirectory(at: FilePath("\(inode)/\(name.escaped)"))
    fileSystem.withState { $0.subfolders[inode, default: [:]][name] = folder.inode }
    return folder
  }

  func rename(
    _ name: FileName, to target: any Directory, as newName: FileName, replacing: Bool
  ) throws(Errno) {
    try fileSystem.count(.rename)
    try fileSystem.withState { state throws(Errno) in
      let destination = target.identity.inode
      guard let file = state.folders[inode]?[name] else { throw .noSuchFileOrDirectory }
      if !replacing, state.folders[destination]?[newName] != nil { throw .fileExists }
      state.folders[inode]?[name] = nil
      state.folders[destination]?[newName] = file
    }
  }

  func remove(_ name: FileName) throws(Errno) {
    try fileSystem.count(.remove)
    try fileSystem.withState { state throws(Errno) in
      guard state.folders[inode]?.removeValue(forKey: name) != nil else {
        throw .noSuchFileOrDirectory
      }
    }
  }

  func freeBytes() throws(Errno) -> Int { .max }

  func lock() throws(Errno) {}

  func synchronize() throws(Errno) {
    try fileSystem.count(.synchronizeFolder)
    fileSystem.withState { $0.durableFolders[inode] = $0.folders[inode] }
  }

  private func file(_ name: FileName) throws(Errno) -> InMemoryFileSystem.File {
    try fileSystem.withState { state throws(Errno) in
      guard let number = state.folders[inode]?[name], let file = state.files[number] else {
        throw .noSuchFileOrDirectory
      }
      return file
    }
  }
}
