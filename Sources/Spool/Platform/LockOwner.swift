import SystemPackage

/// Finds out who holds the lock of a folder.
package enum LockOwner {
  /// The process that holds the lock, or `nil` where the kernel does not tell (`ProcSubset=pid`).
  ///
  /// A line of `/proc/locks` reads `3: FLOCK  ADVISORY  WRITE 1234 fe:00:16220336 0 EOF`.
  package static func processIdentifier(of folder: FileIdentity) -> Int? {
    guard let proc = try? LocalDirectory(path: "/proc"),
      let bytes = try? proc.contents(of: FileName("locks"), limit: maximumLength)
    else { return nil }
    return processIdentifier(of: folder, in: String(decoding: bytes, as: UTF8.self))
  }

  /// The process that holds the lock according to the text of `/proc/locks`.
  static func processIdentifier(of folder: FileIdentity, in locks: String) -> Int? {
    for line in locks.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count >= 6, fields[1] == "FLOCK" else { continue }
      let place = fields[5].split(separator: ":")
      guard place.count == 3, UInt64(place[2]) == folder.inode,
        let major = UInt64(place[0], radix: 16), let minor = UInt64(place[1], radix: 16),
        major == folder.device.majorNumber, minor == folder.device.minorNumber
      else { continue }
      return Int(fields[4])
    }
    return nil
  }

  // Bytes of `/proc/locks` that are read, at some 60 a lock.
  private static let maximumLength = 1 << 20
}

extension UInt64 {
  // How Linux packs two numbers into a device number (makedev(3), bits/sysmacros.h).
  fileprivate var majorNumber: UInt64 { (self >> 8) & 0xFFF | (self >> 32) & 0xFFFF_F000 }
  fileprivate var minorNumber: UInt64 { self & 0xFF | (self >> 12) & 0xFFFF_FF00 }
}
