import Glibc

/// Splits a stream of bytes into lines, holding no more than one line of the longest length allowed.
///
/// The bytes of a longer line are dropped as they come, and the line is told as too long at its end.
public struct LineSplitter: Sendable {
  private let limit: Int
  private var line: [UInt8] = []
  private var isTooLong = false
  private var number = 1

  /// A splitter of lines of at most `limit` bytes.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Takes in bytes and gives the lines that end in them.
  public mutating func append(_ bytes: [UInt8]) -> [StreamLine] {
    var lines: [StreamLine] = []
    var start = 0
    while let end = Self.lineFeed(in: bytes, from: start) {
      add(bytes[start..<end])
      lines.append(take())
      start = end + 1
    }
    add(bytes[start...])
    return lines
  }

  /// The place of the next line feed; `memchr` looks at many bytes at a time.
  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = unsafe memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The last line when no line feed ended it; `nil` when nothing is left.
  public mutating func finish() -> StreamLine? {
    line.isEmpty && !isTooLong ? nil : take()
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard !isTooLong else { return }
    guard line.count + bytes.count <= limit else {
      isTooLong = true
      line = []
      return
    }
    line.append(contentsOf: bytes)
  }

  private mutating func take() -> StreamLine {
    defer {
      line = []
      isTooLong = false
      number += 1
    }
    return StreamLine(number: number, bytes: line, isTooLong: isTooLong)
  }
}
