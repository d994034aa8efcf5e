import Extraction
import SystemPackage

/// Reads files into a buffer that it keeps, and nothing that is not a regular file.
///
/// Opening never blocks, so a FIFO in the place of a file holds nobody up. The corresponding C
/// functions are `open`, `fstat` and `read`; each is retried when a signal interrupts it.
struct FileReader: ~Copyable {
  /// What was read of a file.
  struct Content {
    /// The file's bytes.
    var bytes: [UInt8]
    /// When the file was last changed, in whole seconds since 1970; `nil` for a pipe or terminal.
    var modified: Int?
  }

  /// A buffer larger than this is given back after its file, for most pages are smaller.
  private static let keptCapacity = 8 << 20
  /// Bytes that tell a container from a page, and its compression.
  private static let headLength = 64 << 10
  /// Bytes of a head that are asked for at once: most pages have fewer.
  private static let headPiece = 256 << 10
  /// Bytes of room that are made where none is left, or it is not known how many are needed.
  private static let growth = 64 << 10

  private var buffer: [UInt8] = []

  /// Opens the regular file at `path`.
  ///
  /// - Returns: The open file, which the caller closes.
  /// - Throws: `notFound`, `permission`, `notRegular` or `inputOutput`.
  func open(
    regular path: FilePath, symbolicLinks: SymbolicLinkPolicy
  ) throws(IntakeError) -> (descriptor: FileDescriptor, status: FileStatus) {
    let descriptor = try open(path, symbolicLinks: symbolicLinks)
    do throws(IntakeError) {
      let status = try status(of: descriptor)
      guard status.isRegular else { throw IntakeError(.notRegular) }
      return (descriptor, status)
    } catch {
      try? descriptor.close()
      throw error
    }
  }

  private func open(
    _ path: FilePath, symbolicLinks: SymbolicLinkPolicy
  ) throws(IntakeError) -> FileDescriptor {
    var options: FileDescriptor.OpenOptions = [.nonBlocking, .closeOnExec]
    if symbolicLinks == .refuse { options.insert(.noFollow) }
    do {
      return try FileDescriptor.open(path, .readOnly, options: options)
    } catch {
      throw Self.intakeError(error)
    }
  }

  func status(of descriptor: FileDescriptor) throws(IntakeError) -> FileStatus {
    do throws(Errno) {
      return try FileStatus(of: descriptor)
    } catch {
      throw IntakeError(error)
    }
  }

  /// Reads the beginning of an open file, enough to tell what it is.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - size: The bytes to be expected, or 0.
  /// - Returns: The beginning; all of a small file.
  /// - Throws: `inputOutput`.
  mutating func head(of descriptor: FileDescriptor, size: Int) throws(IntakeError) -> [UInt8] {
    if buffer.capacity > Self.keptCapacity { buffer = [] }
    buffer.removeAll(keepingCapacity: true)
    // With room for the byte that would show that there is more, so that no page is copied for its sake.
    buffer.reserveCapacity(size > 0 ? min(size, Self.keptCapacity) + 1 : Self.growth)
    let enough = size > 0 ? min(size, Self.headLength) : Self.headLength
    while buffer.count < enough, try fill(from: descriptor, atMost: Self.headPiece) {}
    return buffer
  }

  /// Reads an open file whose head was read to its end, of at most `limit` bytes.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - size: The bytes to be expected; more or fewer may come.
  ///   - modified: What is returned as such.
  ///   - limit: The most bytes.
  /// - Returns: The file's content.
  /// - Throws: `tooLarge`, `emptyInput` or `inputOutput`.
  mutating func rest(
    of descriptor: FileDescriptor, size: Int, modified: Int?, limit: Int
  ) throws(IntakeError) -> Content {
    let expected = max(0, size)
    guard expected <= limit, buffer.count <= limit else { throw Self.tooLarge }
    buffer.reserveCapacity(expected + 1)
    // One byte beyond the limit shows that there is more.
    while try fill(from: descriptor, atMost: limit - buffer.count + 1) {
      guard buffer.count <= limit else { throw Self.tooLarge }
    }
    guard !buffer.isEmpty else { throw IntakeError(.emptyInput) }
    defer { if buffer.capacity > Self.keptCapacity { buffer = [] } }
    return Content(bytes: buffer, modified: modified)
  }

  /// Appends the bytes of one read, which the kernel writes where they stay; `false` at the end of the file.
  private mutating func fill(
    from descriptor: FileDescriptor, atMost room: Int
  ) throws(IntakeError) -> Bool {
    let before = buffer.count
    let free = buffer.capacity - before
    let room = min(room, free > 0 ? free : Self.growth)
    do {
      try buffer.append(addingCapacity: room) { output in
        try unsafe output.withUnsafeMutableBufferPointer { memory, count in
          count = try unsafe descriptor.read(
            into: UnsafeMutableRawBufferPointer(
              UnsafeMutableBufferPointer(rebasing: memory[..<room])))
        }
      }
    } catch {
      throw Self.intakeError(error)
    }
    return buffer.count > before
  }

  private static var tooLarge: IntakeError { IntakeError(.tooLarge, limit: .inputBytes) }

  private static func intakeError(_ error: any Error) -> IntakeError {
    (error as? Errno).map { IntakeError($0) } ?? IntakeError(.inputOutput)
  }
}
