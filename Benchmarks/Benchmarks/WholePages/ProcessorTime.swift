import Glibc

/// Time that this process spent on processors.
enum ProcessorTime {
  /// User and system seconds so far, of all threads.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
