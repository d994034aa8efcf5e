import Streaming
import SystemPackage

/// The lines of an open file, pipe or terminal, as they come.
struct LineSource {
  /// What a read asks for at most, in bytes: four times a pipe's capacity on Linux.
  private static let chunkSize = 256 << 10

  private let descriptor: FileDescriptor
  private var splitter: LineSplitter

  /// The lines of a descriptor, which stays open, each of at most `limit` bytes.
  init(_ descriptor: FileDescriptor, limit: Int) {
    self.descriptor = descriptor
    splitter = LineSplitter(limit: limit)
  }

  /// Hands over each line that is not blank, until the end or until `take` returns `false`.
  ///
  /// - Throws: `Errno` when reading fails; the lines before were handed over.
  mutating func forEachLine(_ take: (StreamLine) -> Bool) throws {
    while true {
      let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
        count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard !chunk.isEmpty else { break }
      for line in splitter.append(chunk) where !line.isBlank {
        guard take(line) else { return }
      }
    }
    if let last = splitter.finish(), !last.isBlank { _ = take(last) }
  }
}
