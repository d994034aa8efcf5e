/// Compares the digests in records with those of the inputs that are still there.
///
/// Inputs of one name are kept under numbered names, and the record of one that went long ago may stand beside
/// the file of another. So a record is at fault only when a file of its name is there that no record of that name
/// was made of.
package enum SourceMatching {
  /// What the comparison came to.
  package struct Result: Hashable, Sendable {
    /// Records whose input is there and has their digest.
    package var matched = 0
    /// Records whose input is not there any more.
    package var absent = 0
    /// What is wrong.
    package var faults: [OutboxFault] = []
  }

  /// Compares.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - digests: The digests of the files of each name, numbered ones under the name that they were numbered from.
  /// - Returns: What it came to.
  package static func compare(
    _ records: [VerifiedRecord], _ digests: [String: [String: String]]
  ) -> Result {
    var result = Result()
    for (name, group) in Dictionary(grouping: records, by: \.source).sorted(by: { $0.key < $1.key })
    {
      let files = digests[name] ?? [:]
      let named = Set(group.compactMap(\.sha256))
      let strangers = files.filter { !named.contains($0.value) }.keys.sorted()
      for record in group {
        guard let digest = record.sha256 else { continue }
        if files.values.contains(digest) {
          result.matched += 1
        } else if let stranger = strangers.first {
          result.faults.append(
            OutboxFault(record.file, "its source \(name) has another SHA-256 by now (\(stranger))"))
        } else {
          result.absent += 1
        }
      }
    }
    return result
  }
}
