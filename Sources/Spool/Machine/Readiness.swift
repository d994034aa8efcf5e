/// How a file in the inbox is known to be whole.
package enum Readiness: Hashable, Sendable {
  /// A program closed it or moved it in; one that was merely found has to hold still.
  case closed
  /// It holds still.
  case stable
  /// A file of its name with this ending was put beside it.
  case doneFile(suffix: String)

  /// The name of the file whose marker this is, or `nil` when it is none.
  func document(ofMarker name: FileName) -> FileName? {
    guard case .doneFile(let suffix) = self, name.bytes.count > suffix.utf8.count,
      name.bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    else { return nil }
    return FileName(bytes: Array(name.bytes.dropLast(suffix.utf8.count)))
  }

  /// The name of the marker of a document, or `nil` when there is none.
  func marker(of name: FileName) -> FileName? {
    guard case .doneFile(let suffix) = self else { return nil }
    return FileName(bytes: name.bytes + Array(suffix.utf8))
  }
}
