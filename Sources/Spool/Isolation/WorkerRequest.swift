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

  /// A request with all its fields.
  package init(name: String, size: Int, modified: Int, isSuspect: Bool) {
    self.name = name
    self.size = size
    self.modified = modified
    self.isSuspect = isSuspect
  }

  /// The request as a message.
  package var message: [UInt8] {
    var writer = MessageWriter()
    writer.text(name)
    writer.integer(size)
    writer.integer(modified)
    writer.integer(isSuspect ? 1 : 0)
    return writer.finish()
  }

  /// The request in a message.
  package init(message: [UInt8]) throws(ChannelError) {
    var reader = MessageReader(message)
    name = try reader.text()
    size = try reader.integer()
    modified = try reader.integer()
    isSuspect = try reader.flag()
    try reader.finish()
  }
}
