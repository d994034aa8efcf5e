/// Why a line holds no page.
enum PageLineError: Error, Equatable, CustomStringConvertible {
  /// It is no object of JSON.
  case syntax
  /// It has neither `html` nor `html_base64`.
  case noPage
  /// `html_base64` is not base 64.
  case base64

  var description: String {
    switch self {
    case .syntax: "no JSON object"
    case .noPage: "neither html nor html_base64"
    case .base64: "html_base64 is not base 64"
    }
  }
}
