/// Every metric of the daemon; the raw value is its name without the prefix.
package enum Metric: String, CaseIterable, Sendable {
  case filesDiscovered = "files_discovered_total"
  case documents = "documents_total"
  case failures = "failures_total"
  case limitsReached = "limits_reached_total"
  case skipped = "skipped_total"
  case inputBytes = "input_bytes_total"
  case outputBytes = "output_bytes_total"
  case queueFiles = "queue_files"
  case queueBytes = "queue_bytes"
  case queueOldest = "queue_oldest_timestamp_seconds"
  case censusTime = "queue_census_timestamp_seconds"
  case inFlight = "in_flight"
  case ready = "ready_files"
  case stageDuration = "stage_duration_seconds"
  case lastSuccess = "last_success_timestamp_seconds"
  case lastScan = "last_scan_timestamp_seconds"
  case heartbeat = "heartbeat_timestamp_seconds"
  case workers
  case workerRestarts = "worker_restarts_total"
  case workerFailedStarts = "worker_start_failures_total"
  case watchOverflows = "watch_overflows_total"
  case scans = "scans_total"
  case watchActive = "watch_active"
  case watchMode = "watch_mode"
  case backpressureActive = "backpressure_active"
  case backpressureSeconds = "backpressure_seconds_total"
  case retries = "retries_total"
  case requeued = "requeued_total"
  case recoveredClaims = "recovered_claims_total"
  case duplicates = "duplicates_total"
  case directoryAvailable = "directory_available"
  case freeBytes = "filesystem_free_bytes"
  case freeInodes = "filesystem_free_inodes"
  case configReloads = "config_reloads_total"
  case configSuccessful = "config_last_reload_successful"
  case configTime = "config_last_reload_success_timestamp_seconds"
  case buildInfo = "build_info"
  case processStart = "process_start_time_seconds"
  case processDescriptors = "process_open_fds"
  case processMaximumDescriptors = "process_max_fds"
  case processResident = "process_resident_memory_bytes"
  case processVirtual = "process_virtual_memory_bytes"
  case processCPU = "process_cpu_seconds_total"
  case processThreads = "process_threads"

  /// The full name.
  ///
  /// Those of the process have the prefix too: a collector that reads metrics from files has `process_` metrics of
  /// its own, and two of one name are an error there.
  package var name: String { "winnow_" + rawValue }

  /// How its values behave, which their names tell.
  package var kind: MetricKind {
    if self == .stageDuration { return .histogram }
    return rawValue.hasSuffix("_total") ? .counter : .gauge
  }
}
