/// Reads the pages of one kind of container in their order.
protocol PageSource: AnyObject {
  /// What was found so far.
  var summary: ContainerSummary { get set }
  /// Called between the steps of reading with the stored bytes read so far, so that whoever waits sees that it
  /// goes on, be there pages or not.
  ///
  /// It is called in the midst of reading, so it may not touch the source.
  var step: (Int) -> Void { get set }
  /// Stored bytes read so far.
  var storedByteCount: Int { get }
  /// SHA-256 of the stored bytes, empty when not all of them were read.
  var sha256: String { get }

  /// The next page, or `nil` at the end.
  ///
  /// - Throws: `tooLarge` or `inputOutput`.
  func next() throws(IntakeError) -> ContainerPage?
}
