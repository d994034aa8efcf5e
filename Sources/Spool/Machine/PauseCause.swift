/// Why nothing is taken from the inbox for now.
package enum PauseCause: Hashable, Sendable {
  /// The outbox cannot be written to: full, over quota, read-only, or damaged.
  case outbox(String)
  /// There is less room for records than the operator wants to be left.
  case space(String)
  /// An input cannot be moved to where it belongs.
  case retirement(String)
  /// A folder is gone, or another one is in its place.
  case folders(String)
  /// The process is out of descriptors, memory or the like.
  case resources(String)
}
