package import SystemPackage

extension FilePath {
  /// The path of those bytes, which need not be UTF-8 and end before a zero.
  package init(_ bytes: [UInt8]) {
    let characters = bytes.map { CInterop.PlatformChar(bitPattern: $0) } + [0]
    self = unsafe characters.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe FilePath(platformString: $0) } ?? FilePath()
    }
  }
}
