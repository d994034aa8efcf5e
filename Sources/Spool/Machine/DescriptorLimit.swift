import Glibc

/// How many files the process may have open.
package enum DescriptorLimit {
  /// The fewest with which the daemon works: with its folders, two workers and their sockets it has 29 open.
  ///
  /// With less than it needs to wait for events, Dispatch ends the process without a word.
  package static let least = 32

  /// The limit that is wanted where the machine lets it be raised: enough for the largest number of workers.
  private static let wanted: rlim_t = 4096

  /// Raises the limit as far as is wanted and allowed.
  ///
  /// - Throws: ``SpoolError`` with the code for a wrong configuration when it stays under ``least``.
  package static func raise() throws(SpoolError) {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard unsafe getrlimit(resource, &limit) == 0 else { return }
    if limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if unsafe setrlimit(resource, &raised) == 0 { limit = raised }
    }
    try check(Int(clamping: limit.rlim_cur))
  }

  /// Tells whether so many are enough.
  ///
  /// - Throws: ``SpoolError`` when they are not.
  package static func check(_ limit: Int) throws(SpoolError) {
    guard limit < least else { return }
    throw SpoolError(
      .configuration, "\(limit) files may be open at once (ulimit -n), \(least) are needed")
  }
}
