/// Checks a file of the outbox: its frames, their JSON, the shape of each record.
package struct RecordFile: Sendable {
  /// The records that are whole.
  package private(set) var records: [VerifiedRecord] = []
  /// What is wrong, a line each.
  package private(set) var faults: [String] = []

  /// The check of a file.
  ///
  /// - Parameters:
  ///   - name: The file's name, escaped.
  ///   - bytes: Its content.
  package init(name: String, bytes: [UInt8]) {
    do throws(ZstdFrame.Fault) {
      for frame in try ZstdFrame.frames(in: bytes) { check(frame, in: name) }
      if records.isEmpty, faults.isEmpty { faults.append("no record") }
    } catch {
      faults.append(error.text)
    }
  }

  /// A frame holds a record, or as many as it has lines.
  private mutating func check(_ frame: ZstdFrame, in name: String) {
    let lines = frame.content.split(separator: UInt8(ascii: "\n"))
    for line in lines {
      guard let value = JSONValue(parsing: line) else {
        faults.append("frame at byte \(frame.offset): no JSON")
        continue
      }
      let violations = RecordSchema.validator.violations(of: value)
      guard violations.isEmpty else {
        faults += violations.map { "frame at byte \(frame.offset): schema: \($0)" }
        continue
      }
      records.append(
        VerifiedRecord(
          file: name, source: value["source"]?["name"]?.text ?? "",
          sha256: value["source"]?["sha256"]?.text))
    }
  }
}
