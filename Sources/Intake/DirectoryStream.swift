import Glibc
package import SystemPackage

/// Reads the names in a folder one by one, so that a folder of any size takes little memory.
@safe
package struct DirectoryStream: ~Copyable {
  private let stream: OpaquePointer

  /// A stream over the folder at `path`.
  package init(at path: FilePath) throws(Errno) {
    let opened = unsafe path.withPlatformString { unsafe opendir($0) }
    guard let opened = unsafe opened else { throw Errno(rawValue: errno) }
    unsafe stream = opened
  }

  /// A stream over the folder of that descriptor, which stays with the caller.
  package init(over descriptor: Int32) throws(Errno) {
    let number = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    guard let stream = unsafe fdopendir(number) else {
      let error = Errno(rawValue: errno)
      _ = Glibc.close(number)
      throw error
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe _ = closedir(stream)
  }

  /// The bytes of the next name but `.` and `..`, or `nil` at the end.
  package mutating func next() throws(Errno) -> [UInt8]? {
    while true {
      // The end and an error both give null: only an error sets the error number.
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return nil
      }
      let bytes = unsafe Self.name(of: entry)
      if bytes != [0x2E] && bytes != [0x2E, 0x2E] { return bytes }
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // The name runs past the tuple that Swift imports for it when it is long, so it is read by address.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
    let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
      .assumingMemoryBound(to: UInt8.self)
    var bytes: [UInt8] = []
    var length = 0
    while unsafe start[length] != 0 {
      unsafe bytes.append(start[length])
      length += 1
    }
    return bytes
  }
}
