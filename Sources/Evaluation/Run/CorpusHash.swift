/// The hash of a corpus: 64-bit FNV-1a over names, expectations and pages, in their order.
public struct CorpusHash: Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing.
  public init() {}

  /// Takes in bytes.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  /// The hash in lower-case hexadecimal digits.
  public var text: String { String(value, radix: 16) }
}
