/// Checks a file of the outbox: its frames, their JSON, the shape of each record.
package struct RecordFile: Sendable {
  /// The records that are whole.
  package private(set) var records: [VerifiedRecord] = []
  /// What is wrong, a line each.
  package private(set) var faults: [String] = []

  /// The check of a file.
  ///
  /// - Parameter bytes: Its content.
  package init(_ bytes: [UInt8]) {
    do throws(ZstdFrame.Fault) {
      try ZstdFrame.forEach(in: bytes) { check($0) }
      if records.isEmpty, faults.isEmpty { faults.append("no record") }
    } catch {
      faults.append(error.text)
    }
  }

  /// A frame holds a record, or as many as it has lines.
  private mutating func check(_ frame: ZstdFrame) {
    for line in frame.content.split(separator: UInt8(ascii: "\n")) {
      let (record, faults) = VerifiedRecord.read(line)
      if let record { records.append(record) }
      self.faults += faults.map { "frame at byte \(frame.offset): \($0)" }
    }
  }
}
