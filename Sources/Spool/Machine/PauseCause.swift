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

extension PauseCause {
  /// Why, in words for the operator.
  var why: String {
    switch self {
    case .outbox(let why): "outbox: \(why)"
    case .space(let why): "outbox: \(why)"
    case .retirement(let why): "cannot move inputs: \(why)"
    case .folders(let why): why
    case .resources(let why): "out of resources: \(why)"
    }
  }
}
