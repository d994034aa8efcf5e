/// The name of a directory entry: bytes, in whatever encoding its maker used.
///
/// Names are never turned into `String` on the way to the kernel, so a name that is no UTF-8 or that
/// holds a line break is handled like any other.
package struct FileName: Hashable, Sendable, Comparable {
  /// The bytes of the name, without a terminating zero; no `/` and no zero among them.
  package let bytes: [UInt8]

  /// The longest name that Linux file systems take, in bytes (`NAME_MAX`).
  package static let maximumLength = 255

  /// The name made of these bytes.
  ///
  /// - Precondition: `bytes` is neither empty nor holds `/` or a zero.
  package init(bytes: [UInt8]) {
    precondition(!bytes.isEmpty, "a file name has at least one byte")
    precondition(
      !bytes.contains { $0 == 0 || $0 == UInt8(ascii: "/") }, "a file name holds no / and no zero")
    self.bytes = bytes
  }

  /// The name whose UTF-8 form is `text`.
  package init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// Orders names by their bytes.
  package static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Whether the name ends so.
  package func hasEnding(_ ending: String) -> Bool {
    bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// The name in a form that is safe in a log line, in JSON and in another name; see ``NameEscaping``.
  package var escaped: String {
    NameEscaping.escape(bytes)
  }

  /// The name with `-number` before its first extension: `a-2.html.gz`.
  ///
  /// The result is shortened by ``NameEscaping/shorten(_:to:)`` when it would be too long.
  package func numbered(_ number: Int) -> FileName {
    let split = bytes.dropFirst().firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    let suffix = Array("-\(number)".utf8) + bytes[split...].suffix(Self.maximumExtensionLength)
    let stem = NameEscaping.shorten(Array(bytes[..<split]), to: Self.maximumLength - suffix.count)
    return FileName(bytes: stem + suffix)
  }

  // Bytes of an extension that survive numbering. Real ones (`.warc.gz`) have under 10.
  private static let maximumExtensionLength = 32
}
