/// What stands behind a name in a folder.
package enum FileKind: String, Sendable {
  /// A file with content.
  case regular
  /// A folder.
  case directory
  /// A symbolic link, whatever it leads to.
  case symbolicLink = "symbolic link"
  /// A named pipe.
  case fifo
  /// A socket.
  case socket
  /// A block or character device.
  case device
}
