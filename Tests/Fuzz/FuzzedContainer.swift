import Extraction
import Spool

@testable import Intake

/// An input read as a compressed file: the first byte chooses the limits, the rest are its bytes.
struct FuzzedContainer {
  private let choice: UInt8
  private let file: [UInt8]

  init(_ input: [UInt8]) {
    choice = input.first ?? 0
    file = Array(input.dropFirst())
  }

  /// Decompresses the file twice, and reads it as an output whose origin is asked for.
  func run() {
    var decompressor = Decompressor()
    let output = decompressor.decompress(file, limits: limits)
    let (cap, _) = limits.outputCap(storedBytes: file.count)
    precondition(
      output.bytes.count <= max(cap, file.count), "no more comes out than the limits allow")
    let again = decompressor.decompress(file, limits: limits)
    precondition(
      again.bytes == output.bytes && again.reason == output.reason,
      "a damaged file leaves no trace in what reads the next one")
    _ = RecordInspector.origin(in: file)
  }

  private var limits: IntakeLimits {
    var limits = IntakeLimits()
    // A fuzzer shall not be slowed down by bombs that are stopped only at 100 MiB.
    limits.decompressedBytes = choice & 1 == 1 ? 1 << 20 : 5_000
    limits.ratioFreeBytes = choice & 2 == 2 ? 1_000 : 100_000
    limits.compressionDepth = 1 + Int(choice >> 2 & 3)
    return limits
  }
}
