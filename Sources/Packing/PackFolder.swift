import DurableFiles
import Glibc
import SystemPackage

/// The folder that shards are packed into, held by one process at a time.
package struct PackFolder: ~Copyable {
  /// The name of a shard that is being written.
  package static let temporaryFileName = ".winnow-pack-shard.tmp"
  private static let temporaryName = Array(temporaryFileName.utf8)

  private let path: FilePath
  private let folder: OpenFolder

  /// Opens a folder, making it first when there is none, and locks it.
  ///
  /// - Throws: ``PackError/folder(_:)`` or ``PackError/locked``.
  init(at path: FilePath) throws(PackError) {
    let made = unsafe path.withPlatformString { unsafe mkdir($0, 0o777) }
    if made != 0, errno != EEXIST { throw .folder(Errno(rawValue: errno)) }
    do throws(Errno) {
      let folder = try OpenFolder(path: path)
      try folder.lock()
      self.folder = folder
    } catch {
      throw error == .wouldBlock ? .locked : .folder(error)
    }
    self.path = path
  }

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
      throw .inputOutput(error as? Errno ?? .ioError)
    }
  }

  /// Cuts the manifest to `length` bytes, making it when there is none, and opens it for more.
  func openManifest(length: Int) throws(PackError) -> DurableFile {
    do throws(Errno) {
      let file = try folder.openForWriting(
        Array(Manifest.fileName.utf8), options: [.create, .append])
      try file.truncate(to: length)
      try folder.synchronize()
      return file
    } catch {
      throw .inputOutput(error)
    }
  }

  /// Begins a shard under a temporary name; what a process that was killed left there is gone.
  func beginShard() throws(PackError) -> DurableFile {
    do throws(Errno) {
      return try folder.openForWriting(Self.temporaryName, options: [.create, .truncate])
    } catch {
      throw .inputOutput(error)
    }
  }

  /// Gives the shard that was begun its name.
  ///
  /// One that has the name already does not count in the manifest, and is replaced.
  func placeShard(as name: String) throws(PackError) {
    do throws(Errno) {
      try folder.rename(Self.temporaryName, as: Array(name.utf8), replacing: true)
      try folder.synchronize()
    } catch {
      throw .inputOutput(error)
    }
  }

  /// Removes the shard that was begun, if any.
  func removeBegunShard() { try? folder.remove(Self.temporaryName) }

  /// Removes a shard that was given its name and never came into the manifest.
  func removeShard(_ name: String) { try? folder.remove(Array(name.utf8)) }

  /// Whether there is a shard of that name.
  func hasShard(_ name: String) -> Bool { byteCount(ofShard: name) != nil }

  /// The bytes of the shard of that name; `nil` when there is none.
  func byteCount(ofShard name: String) -> Int? {
    let name = path.appending(name)
    var status = stat()
    guard unsafe name.withPlatformString({ unsafe stat($0, &status) }) == 0 else { return nil }
    return Int(status.st_size)
  }
}
