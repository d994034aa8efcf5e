import Glibc

/// The clock that never jumps, for waiting.
enum MonotonicClock {
  /// The time since some moment in the past.
  static func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
