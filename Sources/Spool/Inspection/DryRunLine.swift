/// A name in the inbox and what would become of it.
package struct DryRunLine: Hashable, Sendable {
  /// The name.
  package var name: FileName
  /// Bytes of the file, or `nil` for what is none.
  package var bytes: Int?
  /// What would become of it.
  package var verdict: DryRunVerdict

  /// The line as it is printed, where what came from outside is escaped.
  package var text: String {
    let size = bytes.map { "\($0)" } ?? "-"
    let remark = verdict.remark.map { "  (\($0))" } ?? ""
    return "\(verdict.word)  \(size)  \(name.escaped)\(remark)"
  }
}
