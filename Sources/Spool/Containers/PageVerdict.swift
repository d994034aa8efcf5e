/// What is to become of a page of a container that was announced.
package enum PageVerdict: Int, Sendable {
  /// Its record is to be made.
  case make
  /// Its record is in the outbox already.
  case pass
  /// Neither it nor those after it are to be worked on for now.
  case stop

  /// The verdict as a message.
  package var message: [UInt8] {
    var writer = MessageWriter()
    writer.integer(rawValue)
    return writer.finish()
  }

  /// The verdict in a message.
  package init(message: [UInt8]) throws(ChannelError) {
    var reader = MessageReader(message)
    guard let verdict = PageVerdict(rawValue: try reader.integer()) else { throw .malformed }
    try reader.finish()
    self = verdict
  }
}
