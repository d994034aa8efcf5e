extension Metric {
  /// What it tells, in one sentence.
  package var help: String {
    switch self {
    case .filesDiscovered: "Files that came to be known, by an event or by a scan of the inbox."
    case .documents: "Documents that ended, by the status of their record."
    case .failures: "Documents whose record names a reason, by reason."
    case .limitsReached: "How often a limit on a document bound."
    case .skipped: "Names in the inbox that are left alone, each once, by reason."
    case .inputBytes: "Bytes of the inputs of documents that ended, as they were stored."
    case .outputBytes: "Bytes of records before and after compression."
    case .queueFiles: "Files in a folder at the last census."
    case .queueBytes: "Bytes of the files in a folder at the last census."
    case .queueOldest: "Since when the file is there that is there longest, or 0 for none."
    case .censusTime: "When the folders were counted last, or 0 for never."
    case .inFlight: "Documents in work."
    case .ready: "Files that are ready and wait for a worker."
    case .stageDuration: "Durations of the parts of a document's way."
    case .lastSuccess: "When a document last ended other than failed, or 0 for never."
    case .lastScan: "When the inbox was last listed whole, or 0 for never."
    case .heartbeat: "When a document or a probe last went through the pipeline."
    case .workers: "Workers by what they do."
    case .workerRestarts: "Worker processes that were replaced while they had a page, by reason."
    case .workerFailedStarts: "How often a worker process could not be started."
    case .watchOverflows: "How often the kernel dropped events of the inbox."
    case .scans: "Listings of the inbox, by reason."
    case .watchActive: "Whether the kernel tells what happens in the inbox."
    case .watchMode: "How files in the inbox are noticed: 1 for the mode in force."
    case .backpressureActive: "Whether the intake is paused, by cause."
    case .backpressureSeconds: "Seconds for which the intake was paused."
    case .retries: "Attempts at documents after the first."
    case .requeued: "Documents that were put back because they were being written."
    case .recoveredClaims: "Documents in work at the end of an earlier process."
    case .duplicates: "Documents whose content was known already."
    case .directoryAvailable: "Whether the path leads to the folder that is in use."
    case .freeBytes: "Bytes that may still be written to the file system of a folder."
    case .freeInodes: "Files that may still be made on the file system of a folder."
    case .configReloads: "Times that the configuration was read again, by result."
    case .configSuccessful: "Whether the last reading of the configuration was a success."
    case .configTime: "When the configuration in force was read."
    case .buildInfo: "What runs: always 1."
    case .processStart: "When the process started."
    case .processDescriptors: "Open file descriptors."
    case .processMaximumDescriptors: "The most file descriptors that may be open."
    case .processResident: "Memory that is resident, without that of the workers."
    case .processVirtual: "Memory that is mapped, without that of the workers."
    case .processCPU: "Processor time, without that of the workers that still run."
    case .processThreads: "Threads."
    }
  }

  /// The names of its labels.
  package var labels: [String] {
    switch self {
    case .filesDiscovered: ["via"]
    case .documents: ["status"]
    case .failures, .skipped, .workerRestarts, .scans: ["reason"]
    case .limitsReached: ["limit"]
    case .outputBytes, .stageDuration: ["stage"]
    case .queueFiles, .queueBytes, .queueOldest: ["queue"]
    case .workers: ["state"]
    case .watchMode: ["mode"]
    case .backpressureActive: ["cause"]
    case .directoryAvailable, .freeBytes, .freeInodes: ["dir"]
    case .configReloads: ["result"]
    case .buildInfo: ["version", "swift"]
    default: []
    }
  }
}
