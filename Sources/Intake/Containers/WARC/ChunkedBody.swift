/// The chunked transfer coding of HTTP/1.1 (RFC 9112, 7.1).
enum ChunkedBody {
  /// The bytes in the chunks, and whether the last one is there.
  ///
  /// - Returns: `nil` when the body is not chunked, as in archives that took the coding off and left the
  ///   header as it was.
  static func decode(_ body: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
    var output: [UInt8] = []
    var next = 0
    while let (size, start) = chunk(body, at: next) {
      guard size > 0 else { return (output, true) }
      guard size <= body.count - start else {
        output.append(contentsOf: body[start...])
        return (output, false)
      }
      output.append(contentsOf: body[start..<start + size])
      next = start + size
      if next < body.count, body[next] == 0x0D { next += 1 }
      if next < body.count, body[next] == 0x0A { next += 1 }
    }
    return next == 0 ? nil : (output, false)
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

  // Bytes of a line with a size and extensions, which nobody sends.
  private static let longestLine = 1024
  // Hexadecimal digits that fit into 64 bits with a sign.
  private static let maximumDigits = 15
}
