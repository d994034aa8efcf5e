/// Compares what records say of their sources with what the sources hold.
///
/// Inputs of one name are kept under numbered names, and the record of one that went long ago may stand beside
/// another's. So a record is at fault only where its place in a source holds what no record was made of, or
/// where all containers that were read under the name are there and none has its page.
///
/// A claim takes 80 bytes, however long its names are.
package struct SourceLedger: Sendable {
  private var claims: [SourceClaim] = []
  private var isSorted = true

  /// A ledger without claims.
  package init() {}

  /// Adds what a record says of its source.
  ///
  /// - Parameters:
  ///   - input: The input's name or path.
  ///   - page: The page in it; ``TextKey/none`` for the input itself.
  ///   - digest: The digest in the record.
  ///   - ordinal: Which page it is, or 0.
  ///   - file: A number for the file with the record.
  package mutating func add(
    input: TextKey, page: TextKey, digest: ContentDigest, ordinal: Int, file: Int
  ) {
    claims.append(
      SourceClaim(
        input: input, page: page, digest: digest, ordinal: UInt32(clamping: ordinal),
        file: UInt32(clamping: file)))
    isSorted = false
  }

  /// The claims on an input; empty when there are none.
  package mutating func claims(on input: TextKey) -> Range<Int> {
    sort()
    let start = firstIndex(in: claims.indices) { $0.input >= input }
    let end = firstIndex(in: start..<claims.count) { $0.input > input }
    return start..<end
  }

  /// Whether some of those claims are on pages.
  package func hasPages(_ range: Range<Int>) -> Bool {
    // What is claimed of the input itself sorts first.
    range.last.map { claims[$0].page != .none } ?? false
  }

  /// Whether some of those claims met other content than theirs.
  func hasChanged(_ range: Range<Int>) -> Bool { claims[range].contains { $0.state == .changed } }

  /// A source holds that.
  ///
  /// - Parameters:
  ///   - page: The page; ``TextKey/none`` for the input itself.
  ///   - digest: Its digest, or `nil` when it cannot be told.
  ///   - range: The claims on the input.
  package mutating func found(_ page: TextKey, _ digest: ContentDigest?, in range: Range<Int>) {
    let start = firstIndex(in: range) { $0.page >= page }
    let end = firstIndex(in: start..<range.upperBound) { $0.page > page }
    let isKnown = digest.map { digest in claims[start..<end].contains { $0.digest == digest } }
    for index in start..<end {
      let isMatch = isKnown == true && claims[index].digest == digest
      claims[index].raise(to: isMatch ? .matched : isKnown == false ? .changed : .passed)
    }
  }

  /// All sources of an input were read to their end.
  ///
  /// - Parameters:
  ///   - range: The claims on the input.
  ///   - files: The files that were read.
  package mutating func settle(_ range: Range<Int>, files: Int) {
    guard containers(range) <= files else { return }
    for index in range where claims[index].state == .open { claims[index].raise(to: .missing) }
  }

  /// The claims that came to nothing good, in the order of their records' files.
  package var faults: [SourceClaim] {
    claims.filter { $0.state == .changed || $0.state == .missing }
      .sorted { ($0.file, $0.ordinal) < ($1.file, $1.ordinal) }
  }

  /// The claims that came to `state`.
  package func count(_ state: SourceClaim.State) -> Int { claims.count { $0.state == state } }

  /// The claim's input.
  package func input(of claim: SourceClaim) -> TextKey { claim.input }

  /// The containers that those claims must come from: one has each of its pages once.
  private func containers(_ range: Range<Int>) -> Int {
    var ordinals = claims[range].map(\.ordinal).filter { $0 > 0 }
    ordinals.sort()
    var (most, run) = (1, 1)
    for index in ordinals.indices.dropFirst() {
      run = ordinals[index] == ordinals[index - 1] ? run + 1 : 1
      most = max(most, run)
    }
    return most
  }

  private mutating func sort() {
    guard !isSorted else { return }
    claims.sort(by: SourceClaim.isBefore)
    isSorted = true
  }

  /// The first of sorted claims that fulfils a condition, as all after it do.
  private func firstIndex(in range: Range<Int>, where isThere: (SourceClaim) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isThere(claims[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
