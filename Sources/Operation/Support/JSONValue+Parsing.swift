import FoundationEssentials

extension JSONValue {
  /// The value that bytes hold, or `nil` when they are no JSON.
  package init?(parsing bytes: some Sequence<UInt8>) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      return nil
    }
    self = value
  }
}
