import Extraction
import SystemPackage

/// Reads whole files into a buffer that it keeps, and nothing that is not a regular file.
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

  private var buffer: [UInt8] = []
  private var chunk = ChunkBuffer()

  /// Reads the regular file at `path`, of at most `limit` bytes.
  ///
  /// - Throws: `notFound`, `permission`, `notRegular`, `tooLarge`, `emptyInput` or `inputOutput`.
  mutating func read(
    _ path: FilePath, symbolicLinks: SymbolicLinkPolicy, limit: Int
  ) throws(IntakeError) -> Content {
    let descriptor = try open(path, symbolicLinks: symbolicLinks)
    // Nothing was written through the descriptor, so closing it has nothing to report.
    defer { try? descriptor.close() }
    let status = try status(of: descriptor)
    guard status.isRegular else { throw IntakeError(.notRegular) }
    return try read(descriptor, size: status.size, modified: status.modified, limit: limit)
  }

  /// Reads an open file, pipe or terminal to its end, of at most `limit` bytes.
  ///
  /// - Throws: `tooLarge`, `emptyInput` or `inputOutput`.
  mutating func read(_ descriptor: FileDescriptor, limit: Int) throws(IntakeError) -> Content {
    let status = try status(of: descriptor)
    return try read(
      descriptor, size: status.isRegular ? status.size : 0,
      modified: status.isRegular ? status.modified : nil, limit: limit)
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

  private func status(of descriptor: FileDescriptor) throws(IntakeError) -> FileStatus {
    do throws(Errno) {
      return try FileStatus(of: descriptor)
    } catch {
      throw IntakeError(error)
    }
  }

  /// Reads an open file to its end, of at most `limit` bytes.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - size: The bytes to be expected; more or fewer may come.
  ///   - modified: What is returned as such.
  ///   - limit: The most bytes.
  /// - Returns: The file's content.
  /// - Throws: `tooLarge`, `emptyInput` or `inputOutput`.
  mutating func read(
    _ descriptor: FileDescriptor, size: Int, modified: Int?, limit: Int
  ) throws(IntakeError) -> Content {
    let expected = max(0, size)
    guard expected <= limit else { throw Self.tooLarge }
    if buffer.capacity > Self.keptCapacity { buffer = [] }
    buffer.removeAll(keepingCapacity: true)
    buffer.reserveCapacity(expected)
    // One byte beyond the limit shows that there is more.
    while try fill(from: descriptor, atMost: limit - buffer.count + 1) {
      guard buffer.count <= limit else { throw Self.tooLarge }
    }
    guard !buffer.isEmpty else { throw IntakeError(.emptyInput) }
    return Content(bytes: buffer, modified: modified)
  }

  /// Appends the bytes of one read; `false` at the end of the file.
  private mutating func fill(
    from descriptor: FileDescriptor, atMost room: Int
  ) throws(IntakeError) -> Bool {
    let before = buffer.count
    do {
      try unsafe chunk.append(atMost: room, to: &buffer) { try unsafe descriptor.read(into: $0) }
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
