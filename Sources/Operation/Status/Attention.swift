/// Something that an operator should look at.
package struct Attention: Hashable, Sendable {
  /// What it is, in a word for programs.
  package var code: String
  /// What it is, in words for people.
  package var text: String

  /// That code and text.
  package init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }
}
