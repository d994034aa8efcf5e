import DurableFiles
import Spool
import SystemPackage

/// A folder whose process is killed at one of its calls: that call and all that follow do nothing.
final class DyingDirectory: Directory, @unchecked Sendable {
  /// The calls that are still made, over all folders of one process.
  final class Life: @unchecked Sendable {
    var rest: Int
    init(_ rest: Int) { self.rest = rest }

    func live() throws(Errno) {
      guard rest > 0 else { throw .ioError }
      rest -= 1
    }
  }

  private let real: any Directory
  private let life: Life

  init(_ real: any Directory, _ life: Life) {
    self.real = real
    self.life = life
  }

  var identity: FileIdentity { real.identity }

  func forEachName(_ body: (FileName) -> Void) throws(Errno) { try real.forEachName(body) }

  func status(of name: FileName) throws(Errno) -> FileStatus { try real.status(of: name) }

  func openFile(_ name: FileName) throws(Errno) -> OwnedDescriptor { try real.openFile(name) }

  func contents(of name: FileName, limit: Int) throws(Errno) -> [UInt8] {
    try real.contents(of: name, limit: limit)
  }

  func createFile(_ name: FileName) throws(Errno) -> any WritableFile {
    try life.live()
    return try real.createFile(name)
  }

  func openOrCreateDirectory(_ name: FileName) throws(Errno) -> any Directory {
    try life.live()
    return DyingDirectory(try real.openOrCreateDirectory(name), life)
  }

  func rename(
    _ name: FileName, to target: any Directory, as newName: FileName, replacing: Bool
  ) throws(Errno) {
    try life.live()
    let target = (target as? DyingDirectory)?.real ?? target
    try real.rename(name, to: target, as: newName, replacing: replacing)
  }

  func remove(_ name: FileName) throws(Errno) {
    try life.live()
    try real.remove(name)
  }

  func lock() throws(Errno) { try real.lock() }

  func freeBytes() throws(Errno) -> Int { try real.freeBytes() }

  func synchronize() throws(Errno) {
    try life.live()
    try real.synchronize()
  }
}
