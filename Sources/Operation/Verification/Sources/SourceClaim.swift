/// What a record says of its source, in as few bytes as tell it: there may be millions.
package struct SourceClaim: Sendable {
  /// How a claim stands; what is found later can only raise it.
  package enum State: UInt8, Comparable, Sendable {
    /// Nothing was found that it could be compared with.
    case open
    /// Its place in the source is there, and belongs to another record.
    case passed
    /// Its place in the source is there with content that is no record's.
    case changed
    /// The source is there without its page.
    case missing
    /// The source has its digest.
    case matched

    package static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
  }

  /// The input: its name or path.
  let input: TextKey
  /// The page in the input, or ``TextKey/none`` for the input itself.
  let page: TextKey
  /// The digest in the record.
  let digest: ContentDigest
  /// Which page of the container it is, 0 where that is not known.
  package let ordinal: UInt32
  /// The file that holds the record, as a number of whoever checks.
  package let file: UInt32
  /// How it stands.
  package fileprivate(set) var state = State.open

  mutating func raise(to state: State) { self.state = max(self.state, state) }

  /// The order in which claims of one page of one input stand together.
  static func isBefore(_ left: SourceClaim, _ right: SourceClaim) -> Bool {
    left.input == right.input ? left.page < right.page : left.input < right.input
  }
}

extension SourceClaim {
  /// What is wrong with it, in words.
  ///
  /// - Parameters:
  ///   - name: The input's name as its records have it.
  ///   - file: The name of the file that was read.
  /// - Returns: A sentence without its end.
  func fault(of name: String, in file: String) -> String {
    let place = ordinal > 0 ? ", page \(ordinal)," : ""
    return state == .missing
      ? "its source \(name)\(place) is not in it any more (\(file))"
      : "its source \(name)\(place) has another SHA-256 by now (\(file))"
  }
}
