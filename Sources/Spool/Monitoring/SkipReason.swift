/// Why a name in the inbox is left alone.
package enum SkipReason: String, CaseIterable, Sendable {
  /// It is a symbolic link.
  case symbolicLink = "symlink"
  /// It is a named pipe.
  case fifo
  /// It is a socket.
  case socket
  /// It is a device.
  case device
  /// It is a folder.
  case directory
  /// It cannot be moved or looked at.
  case refused

  /// The reason for something of that kind, or `nil` for a file, which is not left alone.
  init?(_ kind: FileKind) {
    switch kind {
    case .regular: return nil
    case .directory: self = .directory
    case .symbolicLink: self = .symbolicLink
    case .fifo: self = .fifo
    case .socket: self = .socket
    case .device: self = .device
    }
  }
}
