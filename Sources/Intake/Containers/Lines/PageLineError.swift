package import TextCoding

/// Why a line holds no page.
package struct PageLineError: Error, Equatable {
  /// What is wrong with it.
  package enum Fault: Equatable {
    /// It is no object of JSON.
    case syntax(JSONSyntaxError)
    /// It has neither `html` nor `html_base64`.
    case noPage
    /// These are there, but are not one string.
    case notOneString
    /// `html_base64` is not Base64.
    case base64
  }

  /// What is wrong.
  package var fault: Fault
  /// The page's identifier, as far as it was read.
  package var id: String?
}
