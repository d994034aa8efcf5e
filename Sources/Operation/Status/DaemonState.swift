import Spool

/// What a daemon last said of itself.
package struct DaemonState: Hashable, Sendable {
  /// All that it said.
  package var value: JSONValue
  /// Its process.
  package var process: Int
  /// How far it was in its life: `running`, `stopping` or `stopped`.
  package var phase: String
  /// When it said so, in seconds since 1970.
  package var updated: Int64
  /// Seconds between two times that it says so.
  package var interval: Double

  /// What is said in the bytes of its file, or `nil` when they are nothing of the kind.
  package init?(parsing bytes: [UInt8]) {
    guard let value = JSONValue(parsing: bytes), value["schema"]?.text == SpoolState.schema,
      let phase = value["phase"]?.text, let process = value["process"]?.double,
      let updated = value["updated"]?.text.flatMap({ PointInTime.seconds(of: $0) })
    else { return nil }
    self.value = value
    self.process = Int(process)
    self.phase = phase
    self.updated = updated
    interval = value["intervalSeconds"]?.double ?? 5
  }
}
