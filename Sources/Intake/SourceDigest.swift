import Crypto
package import SystemPackage
import TextCoding

/// The SHA-256 of a file as it was stored (FIPS 180-4).
package enum SourceDigest {
  /// The digest in 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return Hexadecimal.text(of: hash.finalize())
  }

  /// The digest of what is left to read of an open file, which is never held whole.
  package static func hexadecimal(of file: FileDescriptor) throws(Errno) -> String {
    var hash = SHA256()
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    do {
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
        guard count > 0 else { return Hexadecimal.text(of: hash.finalize()) }
        unsafe chunk.withUnsafeBytes { bytes in
          unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
      }
    } catch {
      throw (error as? Errno) ?? .ioError
    }
  }

  // Large enough that calls of the kernel cost nothing beside the hash.
  private static let chunkSize = 256 << 10
}
