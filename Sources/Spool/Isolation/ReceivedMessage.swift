import DurableFiles

/// A message as it came out of a channel.
package struct ReceivedMessage: ~Copyable {
  /// The message without the length before it.
  package let bytes: [UInt8]
  /// The descriptor that came with it.
  private let descriptor: OwnedDescriptor?
  /// The number of the descriptor that came with it, valid as long as this value lives.
  package let descriptorNumber: Int32?

  init(bytes: [UInt8], descriptor: consuming OwnedDescriptor?, number: Int32?) {
    self.bytes = bytes
    self.descriptor = descriptor
    descriptorNumber = number
  }
}
