/// The value of a member, as far as ``JSONObjectReader`` looks at it.
package enum JSONScalar: Sendable, Equatable {
  /// A string, unescaped, as its bytes.
  case string([UInt8])
  /// A number as it was written.
  case number(String)
  /// `null`.
  case null
  /// `true`, `false`, an array or an object.
  case other

  /// The text of a string or number; `nil` for anything else.
  package var text: String? {
    switch self {
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .number(let digits): digits
    case .null, .other: nil
    }
  }
}
