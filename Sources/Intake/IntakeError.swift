public import Extraction
import SystemPackage

/// Why a file was not read.
public struct IntakeError: Error, Sendable, Equatable {
  /// The reason that the record names.
  public var reason: FailureReason
  /// The limit that bound, if one did.
  public var limit: ExtractionLimit?
  /// What the operating system said, if it did.
  public var detail: String?

  /// An error of the given reason.
  public init(_ reason: FailureReason, limit: ExtractionLimit? = nil, detail: String? = nil) {
    self.reason = reason
    self.limit = limit
    self.detail = detail
  }

  /// The error that stands for an error number of `open`, `fstat` or `read`.
  init(_ errno: Errno) {
    let reason: FailureReason =
      switch errno {
      case .noSuchFileOrDirectory, .notDirectory: .notFound
      case .permissionDenied, .notPermitted: .permission
      // A symbolic link that may not be followed, or a socket.
      case .tooManySymbolicLinkLevels, .noSuchAddressOrDevice: .notRegular
      case .isDirectory: .notRegular
      case .noMemory: .memory
      default: .inputOutput
      }
    self.init(reason, detail: errno.description)
  }
}
