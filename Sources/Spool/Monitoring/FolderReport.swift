/// What is known of the folders and the process besides what the loop counts.
package struct FolderReport: Sendable {
  /// The last census.
  package var census: QueueCensus?
  /// Whether the path leads to the folder in use, by the folder's name.
  package var isAvailable: [String: Bool] = ["inbox": false, "outbox": false]
  /// The room of the file systems, likewise.
  package var room: [String: FileSystemRoom] = [:]
  /// What the kernel tells of the process.
  package var process: ProcessStatistics?

  /// Nothing known.
  package init() {}

  /// All of it as metrics.
  package var families: [MetricFamily] {
    let names = isAvailable.keys.sorted()
    return [
      MetricFamily(.queueFiles, by: "queue", queues { Double($0.files) }),
      MetricFamily(.queueBytes, by: "queue", queues { Double($0.bytes) }),
      MetricFamily(.queueOldest, by: "queue", queues { Double($0.oldest ?? 0) / 1e9 }),
      MetricFamily(.censusTime, Double(census?.time ?? 0) / 1e9),
      MetricFamily(
        .directoryAvailable, by: "dir", names.map { ($0, isAvailable[$0] == true ? 1 : 0) }),
      MetricFamily(
        .freeBytes, by: "dir", names.map { ($0, Double(room[$0]?.freeBytes ?? 0)) }),
      MetricFamily(
        .freeInodes, by: "dir", names.map { ($0, Double(room[$0]?.freeInodes ?? 0)) }),
    ] + (process?.families ?? [])
  }

  private func queues(_ value: (QueueTally) -> Double) -> [(String, Double)] {
    QueueName.allCases.map { name in
      (name.rawValue, value(census?.queues[name] ?? QueueTally()))
    }
  }
}
