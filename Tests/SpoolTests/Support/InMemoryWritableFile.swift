import Spool
import SystemPackage

/// A file of an `InMemoryFileSystem` that is being written.
final class InMemoryWritableFile: WritableFile {
  private let inode: UInt64
  private let fileSystem: InMemoryFileSystem
  private var isWorthless = false

  init(inode: UInt64, fileSystem: InMemoryFileSystem) {
    self.inode = inode
    self.fileSystem = fileSystem
  }

  func write(_ bytes: [UInt8]) throws(Errno) {
    do throws(Errno) {
      try fileSystem.count(.write)
    } catch {
      // Disks fill in the middle of a write.
      fileSystem.withState { $0.files[inode]?.content += bytes.prefix(bytes.count / 2) }
      throw error
    }
    fileSystem.withState { $0.files[inode]?.content += bytes }
  }

  func synchronize() throws(Errno) {
    do throws(Errno) {
      try fileSystem.count(.synchronizeFile)
    } catch {
      isWorthless = true
      throw error
    }
    // After a failed synchronization the next one lies: it succeeds and writes nothing.
    if isWorthless { return }
    fileSystem.withState { state in
      let content = state.files[inode]?.content ?? []
      state.files[inode]?.durable = content
    }
  }

  func close() throws(Errno) {
    try fileSystem.count(.close)
  }
}
