import SystemPackage
import TextCoding

/// What a manifest calls an input: its path as it was named or found.
enum SourceKey {
  /// The text for an input; a path that is not UTF-8 is told by the hexadecimal digits of its bytes, so that
  /// no two share a text.
  static func text(of input: ExtractInput) -> String {
    guard case .file(let path, _) = input else { return input.name }
    let bytes = unsafe path.withPlatformString { name in
      unsafe UnsafeBufferPointer(start: name, count: path.length).map { UInt8(bitPattern: $0) }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return "bytes:" + Hexadecimal.text(of: bytes)
  }
}
