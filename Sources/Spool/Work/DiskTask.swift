/// What is to be done with a document on the disk.
struct DiskTask<Content: Sendable>: Sendable {
  let claim: Claim
  /// What it is done with, such as the record that is to be written.
  let content: Content
  /// When it could be begun.
  let begun: Duration
}
