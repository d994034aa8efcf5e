import Glibc
import SystemPackage

extension ProcessStatistics {
  /// Those of this process, or `nil` where `/proc` is not there.
  package static func current() -> ProcessStatistics? {
    guard let own = try? LocalDirectory(path: "/proc/self"),
      let bytes = try? own.contents(of: FileName("stat"), limit: longestLine),
      var statistics = ProcessStatistics(
        stat: String(decoding: bytes, as: UTF8.self), ticks: sysconf(Int32(_SC_CLK_TCK)),
        pageSize: sysconf(Int32(_SC_PAGESIZE)))
    else { return nil }
    var limit = rlimit()
    if unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      statistics.maximumDescriptors = Int(clamping: limit.rlim_cur)
    }
    if let open = try? LocalDirectory(path: "/proc/self/fd") {
      var count = 0
      try? open.forEachName { _ in count += 1 }
      // Two of them are those of the listing.
      statistics.descriptors = max(0, count - 2)
    }
    return statistics
  }

  // Bytes of `/proc/self/stat`: some fifty numbers and a name of 16.
  private static let longestLine = 4096

  /// The metrics that any process has.
  var families: [MetricFamily] {
    [
      MetricFamily(.processDescriptors, Double(descriptors)),
      MetricFamily(.processMaximumDescriptors, Double(maximumDescriptors)),
      MetricFamily(.processResident, Double(residentBytes)),
      MetricFamily(.processVirtual, Double(virtualBytes)),
      MetricFamily(.processCPU, processorSeconds),
      MetricFamily(.processThreads, Double(threads)),
    ]
  }
}
