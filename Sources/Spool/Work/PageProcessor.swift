/// Makes records of open files, one at a time.
package protocol PageProcessor: AnyObject, Sendable {
  /// Gets ready for the next page, so that none has to wait for it.
  func prepare()

  /// Gives back what it holds, such as a process; it is not used again.
  func end()

  /// The record of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - isSuspect: Whether an attempt at it failed before, so that nothing else may be at stake.
  ///   - sink: Takes the pages, when the file is a container.
  /// - Returns: The record, or why there is none.
  func process(_ file: borrowing ClaimedFile, isSuspect: Bool, into sink: any ContainerSink)
    -> WorkProduct
}
