import Glibc
package import SystemPackage

/// Calls a system function until a signal no longer interrupts it, and throws its error.
///
/// - Parameter call: The function; it returns -1 and sets `errno` on failure.
/// - Returns: What the function returned.
/// - Throws: The error that the function left in `errno`.
@discardableResult
package func retryOnInterrupt<Value: SignedInteger>(
  _ call: () -> Value
) throws(Errno) -> Value {
  while true {
    let value = call()
    if value != -1 { return value }
    let error = Errno(rawValue: errno)
    if error != .interrupted { throw error }
  }
}
