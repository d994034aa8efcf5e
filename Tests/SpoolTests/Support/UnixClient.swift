import Foundation

/// Asks a server on a UNIX socket.
enum UnixClient {
  struct Refused: Error {}

  /// The whole answer to a GET.
  static func get(_ target: String, at path: String) throws -> String {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe connect(number, pointer, size)
      }
    }
    guard connected == 0 else { throw Refused() }
    let request = Array("GET \(target) HTTP/1.0\r\n\r\n".utf8)
    guard unsafe send(number, request, request.count, 0) == request.count else { throw Refused() }
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = unsafe recv(number, &chunk, chunk.count, 0), count > 0 {
      answer += chunk[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
