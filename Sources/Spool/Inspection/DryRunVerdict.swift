package import Extraction

/// What would become of a name in the inbox.
package enum DryRunVerdict: Hashable, Sendable {
  /// It would be taken.
  case take
  /// It would be taken, and fail without being read.
  case fail(FailureReason)
  /// It is claimed already, and its attempt of that number would be made.
  case resume(attempt: Int)
  /// It is claimed already and would be given up.
  case giveUp
  /// It would be taken once what is named is over.
  case later(String)
  /// It is left alone, for the reason named.
  case leave(String)

  /// The word that a line begins with.
  package var word: String {
    switch self {
    case .take, .fail: "take"
    case .resume: "resume"
    case .giveUp: "give-up"
    case .later: "later"
    case .leave: "leave"
    }
  }

  /// What there is to say besides.
  package var remark: String? {
    switch self {
    case .take: nil
    case .fail(let reason): "fails as \(reason.rawValue)"
    case .resume(let attempt): "attempt \(attempt)"
    case .giveUp: "no attempt is left"
    case .later(let why), .leave(let why): why
    }
  }
}
