import Glibc

/// Time that this process spent on processors.
enum ProcessorTime {
  /// User and system seconds so far, of all threads.
  static var seconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
