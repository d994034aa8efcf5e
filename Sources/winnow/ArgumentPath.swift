import SystemPackage

/// Paths as the user gave them, byte for byte.
///
/// Argument parsing makes strings of the arguments, and a name that is not UTF-8 loses its bytes there.
enum ArgumentPath {
  /// The path that an argument stands for.
  static func path(_ argument: String) -> FilePath {
    guard argument.unicodeScalars.contains("\u{fffd}") else { return FilePath(argument) }
    for index in 0..<Int(CommandLine.argc) {
      guard let raw = unsafe CommandLine.unsafeArgv[index] else { continue }
      if unsafe String(cString: raw) == argument { return unsafe FilePath(platformString: raw) }
    }
    return FilePath(argument)
  }
}
