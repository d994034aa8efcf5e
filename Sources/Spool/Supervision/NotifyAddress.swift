/// Where the service manager listens: a UNIX socket with a path, or one with an abstract name.
package struct NotifyAddress: Hashable, Sendable {
  /// The bytes of the address as the kernel takes them (unix(7)): those of an abstract name begin with a zero.
  package let bytes: [UInt8]

  /// The address that a value of `NOTIFY_SOCKET` names, or `nil` when it names none.
  ///
  /// A path has to be absolute. An abstract name begins with `@`.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)
    switch bytes.first {
    case UInt8(ascii: "/"): bytes.append(0)
    case UInt8(ascii: "@"): bytes[0] = 0
    default: return nil
    }
    guard bytes.count > 1, bytes.count <= Self.capacity else { return nil }
    self.bytes = bytes
  }

  /// The size of `sun_path`.
  static let capacity = 108
}
