/// Decides which records are written where inputs of the same bytes get one.
///
/// An input is let go without a record of its own when the other record is on stable storage. One whose bytes
/// are those of a record that is being written waits until that is decided.
package struct ContentGate: Sendable {
  /// What is to be done about a record.
  package enum Decision: Hashable, Sendable {
    /// It is written.
    case write
    /// It waits for the record of the same content that is being written.
    case wait
    /// It is not written: there is one on stable storage.
    case drop
  }

  /// The contents that have records, or `nil` as long as the outbox has not been read.
  private var contents: ContentIndex?
  private var waiting: [String: [Claim]] = [:]

  /// A gate that knows of no content.
  package init() {}

  /// Whether the outbox is to be read.
  package var needsContents: Bool { contents == nil }

  /// The outbox was read.
  package mutating func set(_ contents: ContentIndex) {
    self.contents = contents
  }

  /// What is known of the outbox does not hold any more.
  package mutating func forgetContents() {
    contents = nil
  }

  /// A record could be written.
  ///
  /// - Parameters:
  ///   - claim: The document, whose record did not fail.
  ///   - sha256: The digest of its bytes.
  ///   - replaces: Whether it takes the place of a record that has its name.
  /// - Returns: What to do.
  package mutating func decide(
    _ claim: Claim, sha256: String, replaces: Bool = false
  ) -> Decision {
    if waiting[sha256] != nil {
      waiting[sha256]?.append(claim)
      return .wait
    }
    let name = OutputName.record(for: claim.name)
    if contents?.holds(sha256, apartFrom: name) ?? false { return .drop }
    // Before it is written, so that nothing is dropped for a record that is about to go.
    if replaces { contents?.forget(name, apartFrom: sha256) }
    waiting[sha256] = []
    return .write
  }

  /// A record was written to stable storage, or not.
  ///
  /// - Returns: The documents that waited for it, to be decided on again.
  package mutating func finish(
    _ claim: Claim, sha256: String, isWritten: Bool
  ) -> [Claim] {
    guard let claims = waiting.removeValue(forKey: sha256) else { return [] }
    if isWritten { contents?.insert(sha256, name: OutputName.record(for: claim.name)) }
    return claims
  }
}
