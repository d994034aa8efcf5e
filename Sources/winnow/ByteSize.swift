import ArgumentParser

/// A number of bytes as a user writes it: `4096`, `512KiB`, `256MiB`, `1GiB`.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
  /// Bytes of each unit; `K`, `M` and `G` alone are powers of 1024 too, as with `split` and `head`.
  private static let units: [(name: String, bytes: Int)] = [
    ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("k", 1 << 10), ("m", 1 << 20),
    ("g", 1 << 30),
  ]

  /// The number of bytes.
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let text = argument.lowercased()
    let unit = Self.units.first { text.hasSuffix($0.name) }
    guard let number = Int(text.dropLast(unit?.name.count ?? 0)), number > 0 else { return nil }
    let product = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !product.overflow else { return nil }
    bytes = product.partialValue
  }

  var description: String {
    let unit = Self.units.prefix(3).last { bytes % $0.bytes == 0 }
    guard let unit else { return "\(bytes)" }
    return "\(bytes / unit.bytes)\(unit.name.prefix(1).uppercased())iB"
  }
}
