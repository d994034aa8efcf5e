import DurableFiles
import Glibc
import SystemPackage

/// A file that comes to its place whole and on stable storage, or not at all: it is written under another name,
/// synchronized and renamed.
struct PendingFile: ~Copyable {
  private let path: FilePath
  private let name: [UInt8]
  private let temporaryName: [UInt8]
  private let folder: OpenFolder
  private let file: DurableFile

  /// Begins the file that is to stand at `path`; folders above it are made where that is asked for.
  ///
  /// - Throws: ``OutputFileError`` when it cannot be made.
  init(for path: FilePath, makingFolders: Bool = true) throws(OutputFileError) {
    let above = path.removingLastComponent()
    if makingFolders { try OutputFile.makeFolders(above) }
    // A name of this run's own, so that no other run writes into it. A process number is not enough: each
    // container and each machine that sees the folder has the same ones.
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let temporaryName = Array(".winnow-\(number).part".utf8)
    do throws(Errno) {
      let folder = try OpenFolder(path: above.isEmpty ? "." : above)
      file = try folder.openForWriting(temporaryName)
      self.folder = folder
    } catch {
      throw Self.error(error, path, EX_CANTCREAT)
    }
    self.path = path
    self.temporaryName = temporaryName
    name = path.lastComponent.map(Self.bytes) ?? []
  }

  // A name that was given is no longer there to remove.
  deinit { try? folder.remove(temporaryName) }

  /// Adds bytes.
  ///
  /// - Throws: ``OutputFileError`` when the file does not take them.
  func write(_ bytes: [UInt8]) throws(OutputFileError) {
    try step(EX_IOERR) { () throws(Errno) in try file.write(bytes) }
  }

  /// Gives the file its place, in which it replaces what is there unless that is forbidden.
  ///
  /// - Throws: ``OutputFileError`` when content or name is not on stable storage, or the name cannot be given.
  consuming func place(replacing: Bool = true) throws(OutputFileError) {
    try step(EX_IOERR) { () throws(Errno) in
      try file.synchronize()
      try file.close()
    }
    try step(EX_CANTCREAT) { () throws(Errno) in
      try folder.rename(temporaryName, as: name, replacing: replacing)
    }
    try step(EX_IOERR) { () throws(Errno) in try folder.synchronize() }
  }

  private func step(
    _ exitCode: Int32, _ body: () throws(Errno) -> Void
  ) throws(OutputFileError) {
    do throws(Errno) {
      try body()
    } catch {
      throw Self.error(error, path, exitCode)
    }
  }

  private static func bytes(_ name: FilePath.Component) -> [UInt8] {
    unsafe name.withPlatformString { text in
      unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
    }
  }

  private static func error(_ error: Errno, _ path: FilePath, _ exitCode: Int32) -> OutputFileError
  {
    var result = OutputFileError(making: path, error)
    result.exitCode = exitCode
    return result
  }
}
