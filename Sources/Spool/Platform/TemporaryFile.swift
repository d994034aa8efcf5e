import Glibc
import Synchronization
import SystemPackage

/// Writes files that appear whole or not at all.
enum TemporaryFile {
  private static let prefix = Array(".winnow-".utf8)
  private static let suffix = Array(".tmp".utf8)
  private static let counter = Atomic<Int>(0)

  /// A name that no other file of this process has: hidden, and with an ending of its own.
  static func name() -> FileName {
    let number = counter.add(1, ordering: .relaxed).newValue
    return FileName(bytes: prefix + Array("\(getpid())-\(number)".utf8) + suffix)
  }

  /// Writes `bytes` to a new file of a temporary name and waits until they are on stable storage.
  ///
  /// After an error no file is left, and no step is done twice on the same file: what a failed `fsync`
  /// dropped is written anew.
  ///
  /// - Returns: The file's temporary name.
  static func write(_ bytes: [UInt8], in folder: any Directory) throws(Errno) -> FileName {
    var rewrites = 0
    while true {
      do throws(Errno) {
        return try writeOnce(bytes, in: folder)
      } catch .ioError where rewrites < maximumRewrites {
        rewrites += 1
      }
    }
  }

  /// Makes an empty file of a temporary name, which the caller removes or renames.
  ///
  /// In a container each process has the same identifier, so one that was killed before may have left
  /// files of the next names.
  static func create(
    in folder: any Directory
  ) throws(Errno) -> (name: FileName, file: any WritableFile) {
    var takenNames = 0
    while true {
      let name = name()
      do throws(Errno) {
        return (name, try folder.createFile(name))
      } catch .fileExists where takenNames < maximumTakenNames {
        takenNames += 1
      }
    }
  }

  /// Removes the temporary files that processes left when they were killed.
  ///
  /// Only the age tells that nobody writes to one any more: writing takes seconds.
  static func sweep(_ folder: any Directory, now: Int64) {
    var names: [FileName] = []
    try? folder.forEachName { name in
      if name.bytes.starts(with: prefix), name.bytes.suffix(suffix.count) == suffix[...] {
        names.append(name)
      }
    }
    for name in names {
      guard let status = try? folder.status(of: name), status.kind == .regular,
        now - status.stamp.changed > staleAge
      else { continue }
      try? folder.remove(name)
    }
  }

  // A disk that fails three times in a row is left alone for a while.
  private static let maximumRewrites = 2
  // Files that killed processes left in the ten minutes before the sweep; a killed one leaves as many as it had records in work.
  private static let maximumTakenNames = 10_000
  // Ten minutes, in nanoseconds: several times the longest write to a hung network mount.
  private static let staleAge: Int64 = 600_000_000_000

  private static func writeOnce(
    _ bytes: [UInt8], in folder: any Directory
  ) throws(Errno) -> FileName {
    let (name, file) = try create(in: folder)
    do throws(Errno) {
      try file.write(bytes)
      try file.synchronize()
      try file.close()
      return name
    } catch {
      try? folder.remove(name)
      throw error
    }
  }
}
