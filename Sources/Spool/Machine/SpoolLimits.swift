/// The numbers by which the state machine decides.
package struct SpoolLimits: Hashable, Sendable {
  /// Documents read at a time.
  package var workers = 1
  /// Documents beyond these whose records are being written, so that workers do not wait for the disk.
  package var publishing = 0
  /// Bytes of records being written beyond which no document is taken, so that large ones do not fill the memory.
  package var publishingBytes = 64 << 20
  /// How a file is known to be whole.
  package var readiness = Readiness.closed
  /// For how long a file must not have changed in any case before it is taken.
  package var minimumAge = Duration.zero
  /// How much room has to be left for records.
  package var space = SpaceLimits()
  /// Whether the inbox is scanned in short intervals instead of being watched, as network file systems need.
  package var polls = false
  /// For how long a file that was merely found must not change before it is taken.
  ///
  /// Programs that write in place flush at least once a second; paperless-ngx waits 5 s, Camel at
  /// least 1 s.
  package var stability = Duration.seconds(2)
  /// The time between two full scans while the inbox is watched, which catch what no event tells.
  package var rescanInterval = Duration.seconds(60)
  /// The same while there is no watch.
  package var pollInterval = Duration.seconds(2)
  /// Attempts at a document, made alone, before it is given up.
  ///
  /// A document that ends the process each time does so at its first attempt too and costs that many
  /// starts and one, and is given up by the next: with three,
  /// five starts, which systemd allows in five minutes.
  package var attemptsAlone = 3
  /// The first and the longest wait before a step that was blocked is tried again.
  package var retryDelays = Duration.seconds(1)...Duration.seconds(60)
  /// How much is kept of the done inputs.
  package var doneRetention = RetentionLimits()
  /// How much is kept of the failed inputs.
  package var failedRetention = RetentionLimits()
  /// The time between two looks at what is kept: ages are in days, and a look lists two folders.
  package var retentionInterval = Duration.seconds(60)
  /// Names of ready files that are held in memory, at some 100 bytes each; a later scan finds the rest.
  package var backlog = 100_000
  /// Whether to end when the inbox is empty.
  package var once = false
  /// Whether inputs go back to the inbox when they are done.
  package var keepsInputs = false

  /// The most bytes of a record as JSON: twice what comes of the largest page by default.
  package static let defaultOutputBytes = 256 << 20
  /// The most memory of a worker beyond what it starts with: what a page of the largest size needs.
  package static let defaultMemoryBytes = 2 << 30
  /// Seconds for a page; the largest that was met took a tenth of them on a slow core.
  package static let defaultSeconds = 60
  /// Seconds between two signs of life of a worker.
  package static let defaultSilentSeconds = 45

  /// Whether inputs are removed at all.
  var hasRetention: Bool { doneRetention.isSet || failedRetention.isSet }

  /// The number of the last attempt at a document: the first one is not made alone.
  var lastAttempt: Int { attemptsAlone + 1 }

  /// The default limits.
  package init() {}
}
