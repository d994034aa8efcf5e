import SystemPackage

/// The lines of an open file, one at a time, however long the file is.
struct LineReader: ~Copyable {
  /// A line.
  struct Line {
    /// Its bytes without the line feed; the beginning of one that is too long.
    var bytes: [UInt8]
    /// Whether a line feed ends it.
    var isWhole: Bool
  }

  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The lines of a file, which stays open.
  init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: What the kernel says.
  mutating func next() throws(Errno) -> Line? {
    var line: [UInt8] = []
    while true {
      if let feed = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
        Self.append(buffer[start..<feed], to: &line)
        start = feed + 1
        return Line(bytes: line, isWhole: true)
      }
      Self.append(buffer[start...], to: &line)
      try fill()
      if isAtEnd { return line.isEmpty ? nil : Line(bytes: line, isWhole: false) }
    }
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line += bytes.prefix(max(0, longestLine - line.count))
  }

  private mutating func fill() throws(Errno) {
    start = 0
    let descriptor = descriptor
    do {
      buffer = try unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
        count = try unsafe descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      throw error as? Errno ?? .ioError
    }
    isAtEnd = buffer.isEmpty
  }

  private static let chunkSize = 256 << 10
  // Bytes of a line of a manifest: a path has 4 KiB, of which each may take six as JSON, and a page's address
  // is no part of it.
  private static let longestLine = 64 << 10
}
