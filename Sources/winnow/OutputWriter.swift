import SystemPackage

/// Writes to a file descriptor through a buffer; each write is checked.
struct OutputWriter: ~Copyable {
  /// The bytes collected before they are written: a pipe's capacity on Linux.
  private static let capacity = 64 << 10
  /// The longest bytes that are collected, and not written from where they are.
  private static let longestCopied = 1 << 20

  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []

  /// A writer to an open descriptor, which stays open.
  init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity)
  }

  /// Adds bytes, and writes when the buffer is full.
  ///
  /// - Throws: `Errno` when the descriptor does not take the bytes.
  mutating func write(_ bytes: some Collection<UInt8>) throws {
    guard bytes.count <= Self.longestCopied else {
      try flush()
      try descriptor.writeAll(bytes)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what was collected.
  ///
  /// - Throws: `Errno` when the descriptor does not take the bytes.
  mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try descriptor.writeAll(buffer)
  }
}
