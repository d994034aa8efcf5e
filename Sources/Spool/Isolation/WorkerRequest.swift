/// What a worker is asked for: the record of the file whose descriptor comes with the message.
package struct WorkerRequest: Hashable, Sendable {
  /// The document's name, escaped.
  package var name: String
  /// Bytes of the file when it was opened.
  package var size: Int
  /// When the file was last changed, in whole seconds since 1970.
  package var modified: Int
  /// Whether an attempt at it failed before.
  package var isSuspect: Bool

  /// Pages at the beginning of a container that are not asked for.
  package var passed: Int

  /// A request with all its fields.
  package init(name: String, size: Int, modified: Int, isSuspect: Bool, passed: Int = 0) {
    self.name = name
    self.size = size
    self.modified = modified
    self.isSuspect = isSuspect
    self.passed = passed
  }

  /// The request as a message.
  package var message: [UInt8] {
    var writer = MessageWriter()
    writer.text(name)
    writer.integer(size)
    writer.integer(modified)
    writer.integer(isSuspect ? 1 : 0)
    writer.integer(passed)
    return writer.finish()
  }

  /// The request in a message.
  package init(message: [UInt8]) throws(ChannelError) {
    var reader = MessageReader(message)
    name = try reader.text()
    size = try reader.integer()
    modified = try reader.integer()
    isSuspect = try reader.flag()
    passed = try reader.integer()
    try reader.finish()
  }
}
