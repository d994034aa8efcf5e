/// What a pause is about, without words.
package enum PauseKind: String, CaseIterable, Sendable {
  /// The outbox cannot be written to.
  case outbox
  /// There is less room than the operator wants to be left.
  case space
  /// An input cannot be moved to where it belongs.
  case retirement
  /// A folder is gone.
  case folders
  /// The process is out of descriptors, memory or the like.
  case resources

  /// The kind of a cause.
  init(_ cause: PauseCause) {
    switch cause {
    case .outbox: self = .outbox
    case .space: self = .space
    case .retirement: self = .retirement
    case .folders: self = .folders
    case .resources: self = .resources
    }
  }
}
