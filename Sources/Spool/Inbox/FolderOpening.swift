import SystemPackage

/// Opens the folders of a spool and says what is wrong with them.
struct FolderOpening {
  let fileSystem: any FileSystem

  /// Where a folder is; it must exist, and be a mount point if it was one before.
  func location(
    of path: FilePath, called title: String, before: FolderLocation?
  ) throws(SpoolError) -> FolderLocation {
    let location = try describing(title, path) { () throws(Errno) in
      try fileSystem.location(of: path)
    }
    if let before, before.isMountPoint, !location.isMountPoint {
      throw SpoolError(.configuration, "\(title) \(path): the file system is not mounted")
    }
    return location
  }

  /// Opens a folder that must exist.
  func open(_ path: FilePath, called title: String) throws(SpoolError) -> any Directory {
    try describing(title, path) { () throws(Errno) in try fileSystem.openDirectory(at: path) }
  }

  /// Opens or makes a folder in the inbox.
  func openOrCreate(
    _ name: FileName, in inbox: any Directory, of path: FilePath
  ) throws(SpoolError) -> any Directory {
    do throws(Errno) {
      return try inbox.openOrCreateDirectory(name)
    } catch {
      let code = SpoolExitCode(creating: error)
      throw SpoolError(code, "cannot make the folder \(name.escaped) in \(path): \(error)")
    }
  }

  /// Opens the folder that the operator chose, or else the one of that name in the inbox.
  func open(
    _ chosen: FilePath?, or name: FileName, in inbox: any Directory, of path: FilePath
  ) throws(SpoolError) -> any Directory {
    guard let chosen else { return try openOrCreate(name, in: inbox, of: path) }
    let folder = try open(chosen, called: name.escaped)
    guard folder.identity.device == inbox.identity.device else {
      throw SpoolError(
        .configuration, "\(chosen) is not on the file system of the inbox \(path)")
    }
    return folder
  }

  /// Makes sure that no two of the folders are one, such as an outbox whose records would be taken for
  /// documents.
  func requireApart(
    _ folders: [(title: String, folder: any Directory)]
  ) throws(SpoolError) {
    for (index, (title, folder)) in folders.enumerated() {
      for other in folders[..<index] where other.folder.identity == folder.identity {
        throw SpoolError(.configuration, "\(other.title) and \(title) are the same folder")
      }
    }
  }

  /// Makes sure that the outbox lies in none of the folders.
  func require(
    outboxAt path: FilePath, outside folders: [(title: String, folder: any Directory)]
  ) throws(SpoolError) {
    var ancestor = path
    // Deeper nesting than a path has room for cannot be.
    for _ in 0..<Self.maximumDepth {
      ancestor.append("..")
      guard let location = try? fileSystem.location(of: ancestor) else { return }
      for (title, folder) in folders where folder.identity == location.identity {
        throw SpoolError(.configuration, "outbox \(path) lies in the folder \(title)")
      }
      if (try? fileSystem.location(of: ancestor.appending("..")))?.identity == location.identity {
        return
      }
    }
  }

  // Folders above each other: each takes at least two bytes of the 4,096 of a path (`PATH_MAX`), of which
  // the climb takes three.
  private static let maximumDepth = 1000

  /// Takes the lock of the inbox, or names the process that has it.
  func lock(_ inbox: any Directory, at path: FilePath) throws(SpoolError) {
    do throws(Errno) {
      try inbox.lock()
    } catch .wouldBlock {
      let owner = LockOwner.processIdentifier(of: inbox.identity).map { "process \($0)" }
      throw SpoolError(.locked, "inbox \(path) is locked by \(owner ?? "another process")")
    } catch {
      throw SpoolError(.inputOutput, "inbox \(path): \(error)")
    }
  }

  /// Makes sure at the start that records can be written.
  ///
  /// A disk that is merely full may be emptied later.
  func tryWriting(to outbox: any Directory, at path: FilePath) throws(SpoolError) {
    do throws(Errno) {
      let (name, file) = try TemporaryFile.create(in: outbox)
      defer { try? outbox.remove(name) }
      try file.close()
    } catch {
      if [.noSpace, .diskQuotaExceeded].contains(error) { return }
      throw SpoolError(SpoolExitCode(creating: error), "cannot write to outbox \(path): \(error)")
    }
  }

  private func describing<Value>(
    _ title: String, _ path: FilePath, _ body: () throws(Errno) -> Value
  ) throws(SpoolError) -> Value {
    do throws(Errno) {
      return try body()
    } catch {
      let isForbidden = error == .permissionDenied || error == .notPermitted
      throw SpoolError(isForbidden ? .permission : .configuration, "\(title) \(path): \(error)")
    }
  }
}

extension SpoolExitCode {
  /// The code for a file or folder that could not be made.
  fileprivate init(creating error: Errno) {
    self = error == .permissionDenied || error == .notPermitted ? .permission : .cannotCreate
  }
}
