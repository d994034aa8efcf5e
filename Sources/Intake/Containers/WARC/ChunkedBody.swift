import Extraction

/// The chunked transfer coding of HTTP/1.1 (RFC 9112, 7.1).
enum ChunkedBody {
  /// The bytes in the chunks, and what is wrong with them.
  ///
  /// Where a chunk does not begin with its size, its bytes go up to the next one that does.
  ///
  /// - Returns: `nil` when the body is not chunked, as in archives that took the coding off and left the
  ///   header as it was.
  static func decode(_ body: [UInt8]) -> (bytes: [UInt8], damage: FailureReason?)? {
    var output: [UInt8] = []
    var damage: FailureReason?
    var next = 0
    while next < body.count {
      guard let (size, start) = chunk(body, at: next) else {
        guard let (bytes, end) = unmeasured(body, at: next) else {
          return next == 0 ? nil : (output, damage ?? .truncated)
        }
        output.append(contentsOf: bytes)
        damage = .corrupt
        next = end
        continue
      }
      guard size > 0 else { return (output, damage) }
      guard size <= body.count - start else {
        output.append(contentsOf: body[start...])
        return (output, damage ?? .truncated)
      }
      output.append(contentsOf: body[start..<start + size])
      next = passingLineBreak(body, at: start + size)
    }
    return next == 0 ? nil : (output, damage ?? .truncated)
  }

  /// The bytes from `position` to the next chunk, and where that begins; a line that would be their size is
  /// left out.
  private static func unmeasured(
    _ body: [UInt8], at position: Int
  ) -> (bytes: ArraySlice<UInt8>, end: Int)? {
    var start = position
    var line = position
    while let feed = body[line...].firstIndex(of: 0x0A) {
      if line == position, feed - position <= longestSize { start = feed + 1 }
      line = feed + 1
      guard isFollowed(body, at: line, mayEnd: position > 0) else { continue }
      var end = feed
      if end > start, body[end - 1] == 0x0D { end -= 1 }
      return (body[start..<max(start, end)], line)
    }
    return nil
  }

  /// Whether a chunk begins there behind which another one does, so that its size is none by chance.
  ///
  /// The last chunk will do when `mayEnd`, as where others came before.
  private static func isFollowed(_ body: [UInt8], at position: Int, mayEnd: Bool) -> Bool {
    guard isSize(body, at: position), let (size, start) = chunk(body, at: position) else {
      return false
    }
    guard size > 0 else { return mayEnd && body[start...].allSatisfy { $0 <= 0x20 } }
    guard size <= body.count - start else { return false }
    let end = passingLineBreak(body, at: start + size)
    return end > start + size && isSize(body, at: end)
  }

  /// Whether a line is a size as servers write it, without anything else.
  private static func isSize(_ body: [UInt8], at position: Int) -> Bool {
    let digits = body[position...].prefix(longestSize).prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    return !digits.isEmpty && body[digits.endIndex...].starts(with: [0x0D, 0x0A])
  }

  private static func passingLineBreak(_ body: [UInt8], at position: Int) -> Int {
    var next = position
    if next < body.count, body[next] == 0x0D { next += 1 }
    if next < body.count, body[next] == 0x0A { next += 1 }
    return next
  }

  /// The size of the chunk at `position`, and where its bytes begin.
  private static func chunk(_ body: [UInt8], at position: Int) -> (size: Int, start: Int)? {
    let line = body[position...].prefix(longestLine)
    guard let feed = line.firstIndex(of: 0x0A) else { return nil }
    let digits = line[..<feed].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
    guard !digits.isEmpty, digits.count <= maximumDigits,
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
    else { return nil }
    return (size, feed + 1)
  }

  // Bytes of a line that stands where a size should, in which nobody has text.
  private static let longestSize = 32
  // Bytes of a line with a size and extensions, which nobody sends.
  private static let longestLine = 1024
  // Hexadecimal digits that fit into 64 bits with a sign.
  private static let maximumDigits = 15
}
