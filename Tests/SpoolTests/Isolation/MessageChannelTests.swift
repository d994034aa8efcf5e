import Glibc
import Spool
import SystemPackage
import Testing

@Test func descriptorArrivesWithItsMessage() throws {
  let (one, other) = try MessageChannel.pair()
  let file = try unsafe FileDescriptor.open("/dev/zero", .readOnly)
  try one.send([2, 0, 0, 0, 7, 8], descriptor: file.rawValue)
  try file.close()
  let received = try other.receive(limit: 100)
  let descriptor = received.descriptorNumber
  let number = try #require(descriptor)
  var byte: UInt8 = 9
  #expect(unsafe read(number, &byte, 1) == 1)
  #expect(byte == 0)
  let bytes = received.bytes
  #expect(bytes == [7, 8])
}

@Test func descriptorThatNoOneExpectsIsDropped() throws {
  let (one, other) = try MessageChannel.pair()
  let (reading, writing) = try FileDescriptor.pipe()
  defer { try? reading.close() }
  try one.send([2, 0, 0, 0, 7, 8], descriptor: writing.rawValue)
  try writing.close()
  let received = try other.receive(limit: 100, takesDescriptor: false)
  let (bytes, number) = (received.bytes, received.descriptorNumber)
  #expect(bytes == [7, 8])
  #expect(number == nil)
}

@Test func endThatIsGoneIsToldApart() throws {
  let one = try MessageChannel.pair().0
  #expect(throws: ChannelError.closed) { try receive(one) }
  #expect(throws: ChannelError.closed) { try one.send([0, 0, 0, 0]) }
}

@Test func messageLongerThanTheLimitIsNotRead() throws {
  let (one, other) = try MessageChannel.pair()
  try one.send([0xFF, 0xFF, 0xFF, 0xFF])
  #expect(throws: ChannelError.malformed) { try receive(other) }
}

@Test func waitingEndsWhenTheWatchSaysSo() throws {
  let (one, other) = try MessageChannel.pair()
  #expect(throws: ChannelError.expired) {
    _ = try other.receive(limit: 10) { () throws(ChannelError) in throw .expired }
  }
  withExtendedLifetime(one) {}
}

private func receive(_ channel: MessageChannel) throws {
  _ = try channel.receive(limit: 1000)
}
