package import SystemPackage

/// What went wrong between the daemon and a worker.
package enum ChannelError: Error, Hashable, Sendable {
  /// The other end was closed.
  case closed
  /// The bytes are no message.
  case malformed
  /// Nothing came in time.
  case expired
  /// The kernel refused.
  case system(Errno)
}
