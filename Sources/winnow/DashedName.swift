import SystemPackage

/// Files whose names begin with a dash, which look like options.
enum DashedName {
  /// Tells on standard error how to name such a file, when arguments that cannot be read hold one.
  ///
  /// The letters after a dash are options each, and one of them may ask for help.
  ///
  /// - Parameter arguments: What follows the command's name.
  /// - Returns: Whether there was one.
  static func isExplained(in arguments: some Sequence<String>) -> Bool {
    guard let name = file(in: arguments) else { return false }
    let hint = "\(name) is a file but reads like options: write ./\(name), or put it after --"
    // Nobody is left to be told when standard error is closed.
    _ = try? FileDescriptor.standardError.writeAll("winnow: \(hint)\n".utf8)
    return true
  }

  /// The first argument before `--` that begins with a dash and is the name of a file.
  static func file(in arguments: some Sequence<String>) -> String? {
    arguments.prefix { $0 != "--" }.first { argument in
      argument.count > 1 && argument.hasPrefix("-") && !argument.hasPrefix("--")
        && FilePath(argument).exists
    }
  }
}
