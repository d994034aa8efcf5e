/// A record that is to be written.
struct UnwrittenRecord: Sendable {
  let claim: Claim
  let document: ProcessedDocument
  /// When it was there.
  let begun: Duration
}
