import Spool
import Synchronization
import SystemPackage

/// A file system in memory that fails where it is told to and forgets what was not synchronized.
///
/// It keeps two states: the one that programs see, and the one on the disk, which a simulated loss of
/// power falls back to. A name reaches the disk by synchronizing its folder, the content of a file by
/// synchronizing the file. A name whose content never did reads as an empty file after the loss, as on
/// file systems that delay allocation.
final class InMemoryFileSystem: FileSystem {
  /// A call that can be made to fail.
  enum Call: String, CaseIterable, Sendable {
    case create
    case write
    case synchronizeFile
    case close
    case rename
    case remove
    case synchronizeFolder
  }

  struct File {
    var content: [UInt8] = []
    var durable: [UInt8] = []
    var inode: UInt64
  }

  struct State {
    var files: [UInt64: File] = [:]
    var folders: [UInt64: [FileName: UInt64]] = [:]
    var durableFolders: [UInt64: [FileName: UInt64]] = [:]
    var subfolders: [UInt64: [FileName: UInt64]] = [:]
    var calls: [Call] = []
    var failures: [Int: Errno] = [:]
    var paths: [FilePath: UInt64] = [:]
    var lastInode: UInt64 = 1
  }

  private let state = Mutex(State())

  /// Gives access to the state.
  func withState<Value: Sendable, Failure: Error>(
    _ body: (inout State) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // `Mutex.withLock` takes a sending closure that the compiler cannot prove apart from `body`.
    let result: Result<Value, Failure> = state.withLock { state in
      do throws(Failure) {
        return .success(try body(&state))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The calls made so far that can be made to fail.
  var calls: [Call] { withState { $0.calls } }

  /// Makes the call of that index fail.
  func fail(call index: Int, with error: Errno) {
    withState { $0.failures[index] = error }
  }

  /// Counts a call and throws the error that is due for it.
  func count(_ call: Call) throws(Errno) {
    try withState { state throws(Errno) in
      state.calls.append(call)
      if let error = state.failures[state.calls.count - 1] { throw error }
    }
  }

  /// Loses all that was not synchronized.
  func losePower() {
    withState { state in
      state.folders = state.durableFolders
      state.files = state.files.mapValues { file in
        File(content: file.durable, durable: file.durable, inode: file.inode)
      }
    }
  }

  /// Makes a folder.
  @discardableResult
  func makeDirectory(at path: FilePath) -> InMemoryDirectory {
    let inode = withState { state in
      state.lastInode += 1
      state.paths[path] = state.lastInode
      state.folders[state.lastInode] = [:]
      state.durableFolders[state.lastInode] = [:]
      return state.lastInode
    }
    return InMemoryDirectory(inode: inode, fileSystem: self)
  }

  func openDirectory(at path: FilePath) throws(Errno) -> any Directory {
    guard let inode = withState({ $0.paths[path] }) else { throw .noSuchFileOrDirectory }
    return InMemoryDirectory(inode: inode, fileSystem: self)
  }

  func location(of path: FilePath) throws(Errno) -> FolderLocation {
    let folder = try openDirectory(at: path)
    return FolderLocation(identity: folder.identity, isMountPoint: false)
  }
}
