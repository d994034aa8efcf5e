import Glibc
import SystemPackage

/// The folder that shards are packed into, held by one process at a time.
struct PackFolder: ~Copyable {
  /// The beginning of the names of files that are being written.
  private static let temporaryPrefix = ".winnow-pack-"
  private static let temporaryName = temporaryPrefix + "shard.tmp"
  private static let filePermissions: FilePermissions = [
    .ownerReadWrite, .groupReadWrite, .otherReadWrite,
  ]

  private let path: FilePath
  private let descriptor: FileDescriptor

  /// Opens a folder, making it first when there is none, and locks it.
  ///
  /// - Throws: ``PackError/folder(_:)`` or ``PackError/locked``.
  init(at path: FilePath) throws(PackError) {
    let descriptor = try Self.lockedFolder(at: path)
    self.path = path
    self.descriptor = descriptor
  }

  private static func lockedFolder(at path: FilePath) throws(PackError) -> FileDescriptor {
    let made = unsafe path.withPlatformString { unsafe mkdir($0, 0o777) }
    if made != 0, errno != EEXIST { throw .folder(Errno(rawValue: errno)) }
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
    } catch {
      throw .folder(code(error))
    }
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let error = Errno(rawValue: errno)
      try? descriptor.close()
      throw error == .wouldBlock ? .locked : .folder(error)
    }
    return descriptor
  }

  deinit { try? descriptor.close() }

  /// The whole manifest; `nil` when there is none.
  func manifest() throws(PackError) -> [UInt8]? {
    do {
      let file = try FileDescriptor.open(
        path.appending(Manifest.fileName), .readOnly, options: .closeOnExec)
      return try file.closeAfter {
        var bytes: [UInt8] = []
        while true {
          let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
          }
          if chunk.isEmpty { return bytes }
          bytes += chunk
        }
      }
    } catch Errno.noSuchFileOrDirectory {
      return nil
    } catch {
      throw .inputOutput(Self.code(error))
    }
  }

  /// Cuts the manifest to `length` bytes, making it when there is none, and opens it for more.
  func openManifest(length: Int) throws(PackError) -> DurableFile {
    let file = try DurableFile(
      at: path.appending(Manifest.fileName), options: [.create, .append],
      permissions: Self.filePermissions)
    try file.truncate(to: length)
    try synchronize()
    return file
  }

  /// Begins a shard under a temporary name; what a process that was killed left there is gone.
  func beginShard() throws(PackError) -> DurableFile {
    try DurableFile(
      at: path.appending(Self.temporaryName), options: [.create, .truncate],
      permissions: Self.filePermissions)
  }

  /// Gives the shard that was begun its name.
  ///
  /// One that has the name already does not count in the manifest, and is replaced.
  func placeShard(as name: String) throws(PackError) {
    let source = path.appending(Self.temporaryName)
    let target = path.appending(name)
    let result = unsafe source.withPlatformString { source in
      unsafe target.withPlatformString { unsafe rename(source, $0) }
    }
    guard result == 0 else { throw .inputOutput(Errno(rawValue: errno)) }
    try synchronize()
  }

  /// Removes the shard that was begun, if any.
  func removeBegunShard() {
    let name = path.appending(Self.temporaryName)
    _ = unsafe name.withPlatformString { unsafe unlink($0) }
  }

  /// Removes a shard that was given its name and never came into the manifest.
  func removeShard(_ name: String) {
    let name = path.appending(name)
    _ = unsafe name.withPlatformString { unsafe unlink($0) }
  }

  /// Whether there is a shard of that name.
  func hasShard(_ name: String) -> Bool {
    let name = path.appending(name)
    return unsafe name.withPlatformString { unsafe access($0, F_OK) } == 0
  }

  private func synchronize() throws(PackError) {
    guard fsync(descriptor.rawValue) == 0 else {
      throw .inputOutput(Errno(rawValue: errno))
    }
  }

  /// What a function of SystemPackage threw.
  static func code(_ error: any Error) -> Errno { error as? Errno ?? .ioError }
}
