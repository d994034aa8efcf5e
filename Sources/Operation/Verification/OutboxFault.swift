/// Something wrong with a file of the outbox.
package struct OutboxFault: Hashable, Sendable {
  /// The file's name, escaped.
  package var file: String
  /// What is wrong.
  package var text: String

  /// That fault of that file.
  package init(_ file: String, _ text: String) {
    self.file = file
    self.text = text
  }

  /// The fault as a line.
  package var line: String { "\(file): \(text)" }
}
