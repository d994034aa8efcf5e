/// A document taken out of the inbox: a file in the folder of that attempt.
///
/// A claim is the path `.work/ATTEMPT/NAME`, so the number of attempts outlives the process, and the name
/// of the input stays whole however long it is.
///
/// The first attempt is made beside those at other documents, so when the daemon dies in it nobody knows
/// which document is to blame. Those that follow such a death are made alone. A worker that dies has one
/// document, so there the blame is plain, and its next attempt has a fresh worker beside the others.
package struct Claim: Hashable, Sendable {
  /// The input's name.
  package var name: FileName
  /// Which attempt this is; the first is 1.
  package var attempt: Int

  /// Whether this is the attempt that is made beside those at other documents.
  package var isFirst: Bool { attempt == 1 }

  /// The attempt before this one, whose folder the file is in when this one does not count; `nil` stands
  /// for the inbox.
  var origin: Int? { isFirst ? nil : attempt - 1 }

  /// The claim on `name` for its attempt number `attempt`.
  package init(name: FileName, attempt: Int) {
    self.name = name
    self.attempt = attempt
  }
}
