/// A document taken out of the inbox: a file in the folder of that attempt.
///
/// A claim is the path `.work/ATTEMPT/NAME`, so the number of attempts outlives the process, and the name
/// of the input stays whole however long it is.
///
/// The first attempt is made beside those at other documents, so when the process dies in it nobody
/// knows which document is to blame. Each later one is made alone.
package struct Claim: Hashable, Sendable {
  /// The input's name.
  package var name: FileName
  /// Which attempt this is; the first is 1.
  package var attempt: Int

  /// Whether this is the attempt that is made beside those at other documents.
  package var isFirst: Bool { attempt == 1 }

  /// The claim on `name` for its attempt number `attempt`.
  package init(name: FileName, attempt: Int) {
    self.name = name
    self.attempt = attempt
  }
}
