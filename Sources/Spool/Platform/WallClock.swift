import Glibc
import Intake

/// The clock that stamps files.
///
/// It can jump, so it serves for ages and for what people read, never for waiting.
package enum WallClock {
  /// Nanoseconds since 1970.
  package static func now() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A time as `2026-01-31T23:59:59Z`.
  package static func text(_ nanoseconds: Int64) -> String {
    Timestamp.text(secondsSince1970: Int(nanoseconds / 1_000_000_000))
  }
}
