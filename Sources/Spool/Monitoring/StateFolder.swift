import SystemPackage

/// Where a daemon says how it stands, in its inbox.
package enum StateFolder {
  /// The hidden folder in the inbox.
  package static let name = FileName(".winnow")
  /// The file in it.
  package static let fileName = FileName("state.json")
  /// The most bytes of the file.
  package static let maximumLength = 65_536
}
