import Crypto
import Extraction
import SystemPackage
import TextCoding

/// The stored bytes of a container: read in order, counted and digested, never held whole.
struct ByteSource: ~Copyable {
  private let descriptor: FileDescriptor?
  private let limit: Int
  private var head: [UInt8]
  private var chunk = ChunkBuffer()
  private var hash = SHA256()
  /// The bytes read so far.
  private(set) var byteCount = 0
  /// Called with the number of bytes read so far, whenever there are more.
  ///
  /// It is called in the midst of reading, so it may not touch the source or what holds it.
  var step: (Int) -> Void = { _ in }
  /// Whether all of them were read.
  private(set) var isAtEnd = false

  /// The bytes of `head` and then those of an open file.
  ///
  /// - Parameters:
  ///   - head: What was read of the file before.
  ///   - descriptor: The file, which stays open; `nil` when the head is all there is.
  ///   - limit: The most bytes.
  init(head: [UInt8], descriptor: FileDescriptor?, limit: Int) {
    self.head = head
    self.descriptor = descriptor
    self.limit = limit
  }

  /// SHA-256 of all bytes, empty when not all of them were read.
  var sha256: String { isAtEnd ? Hexadecimal.text(of: hash.finalize()) : "" }

  /// Appends the next bytes to `buffer`.
  ///
  /// - Returns: Whether there were any.
  /// - Throws: `tooLarge` or `inputOutput`.
  mutating func read(into buffer: inout [UInt8]) throws(IntakeError) -> Bool {
    let before = buffer.count
    if !head.isEmpty {
      buffer.append(contentsOf: head)
      head = []
    } else if let descriptor {
      try fill(&buffer, from: descriptor)
    }
    let count = buffer.count - before
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    byteCount += count
    guard byteCount <= limit else { throw IntakeError(.tooLarge, limit: .inputBytes) }
    unsafe buffer.withUnsafeBytes { bytes in
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[before...]))
    }
    step(byteCount)
    return true
  }

  private mutating func fill(
    _ buffer: inout [UInt8], from descriptor: FileDescriptor
  ) throws(IntakeError) {
    do {
      try unsafe chunk.append(atMost: ChunkBuffer.size, to: &buffer) {
        try unsafe descriptor.read(into: $0)
      }
    } catch {
      throw (error as? Errno).map { IntakeError($0) } ?? IntakeError(.inputOutput)
    }
  }
}
