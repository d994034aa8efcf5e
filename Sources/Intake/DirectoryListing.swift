import Glibc
public import SystemPackage

/// The files in a directory and in the directories inside it.
public enum DirectoryListing {
  /// The regular files under `directory`, sorted by the bytes of their paths.
  ///
  /// Hidden names are skipped, and so is all that is neither a regular file nor a directory: symbolic
  /// links, FIFOs, sockets, devices. A directory that cannot be opened, or be read to its end, is
  /// listed itself, so that its record shows it.
  public static func files(under directory: FilePath) -> [FilePath] {
    var files: [FilePath] = []
    var pending = [directory]
    while let next = pending.popLast() {
      let entries = entries(of: next)
      if !entries.isComplete { files.append(next) }
      for entry in entries.names {
        let path = next.appending(entry)
        switch kind(of: path) {
        case .file: files.append(path)
        case .directory: pending.append(path)
        case .other: break
        }
      }
    }
    return files.map { ($0, Array($0.string.utf8)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  /// Whether `path` is a directory, or a symbolic link to one.
  public static func isDirectory(_ path: FilePath) -> Bool {
    var status = stat()
    let result = unsafe path.withPlatformString { unsafe stat($0, &status) }
    return result == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private enum Kind {
    case file
    case directory
    case other
  }

  /// What `path` is, without following a symbolic link; `other` when it is gone.
  private static func kind(of path: FilePath) -> Kind {
    var status = stat()
    let result = unsafe path.withPlatformString { unsafe lstat($0, &status) }
    guard result == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// The names in a directory that are not hidden, as far as it can be read.
  private static func entries(
    of directory: FilePath
  ) -> (names: [FilePath.Component], isComplete: Bool) {
    var names: [FilePath.Component] = []
    do throws(Errno) {
      var stream = try DirectoryStream(at: directory)
      while let bytes = try stream.next() {
        if bytes.first != UInt8(ascii: "."), let name = name(bytes) { names.append(name) }
      }
      return (names, true)
    } catch {
      return (names, false)
    }
  }

  private static func name(_ bytes: [UInt8]) -> FilePath.Component? {
    let characters = bytes.map { CInterop.PlatformChar(bitPattern: $0) } + [0]
    return unsafe characters.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe FilePath.Component(platformString: $0) }
    }
  }
}
