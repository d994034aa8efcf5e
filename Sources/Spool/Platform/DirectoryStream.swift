import Glibc
import SystemPackage

/// Reads the names in a folder one by one, so that a folder of any size takes little memory.
@safe
struct DirectoryStream: ~Copyable {
  private let stream: OpaquePointer

  /// A stream over the folder of that descriptor, which it takes over.
  init(descriptor: consuming OwnedDescriptor) throws(Errno) {
    let number = dup(descriptor.rawValue)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    guard let stream = unsafe fdopendir(number) else {
      let error = Errno(rawValue: errno)
      _ = Glibc.close(number)
      throw error
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe closedir(stream)
  }

  /// The next name but `.` and `..`, or `nil` at the end.
  mutating func next() throws(Errno) -> FileName? {
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return nil
      }
      let bytes = unsafe Self.name(of: entry)
      if bytes != [0x2E] && bytes != [0x2E, 0x2E] { return FileName(bytes: bytes) }
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
