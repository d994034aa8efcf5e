private import CLibXML2

/// The characters that have a name in HTML 4, as libxml2 knows them.
struct NamedCharacters: Sendable {
  /// The table, read from libxml2 once.
  static let table = NamedCharacters()

  /// The last of the values, that of `&diams;`; libxml2 lists them by value.
  private static let largestValue: UInt32 = 9830
  /// The length of the longest names, such as `thetasym`.
  static let longestName = 8

  /// The names, each packed into a number, in ascending order, and their values.
  private let names: [UInt64]
  private let values: [UInt32]

  private init() {
    var entries: [(name: UInt64, value: UInt32)] = []
    for value in 1...Self.largestValue {
      guard let entry = unsafe htmlEntityValueLookup(value), let name = unsafe entry.pointee.name
      else { continue }
      var packed: UInt64 = 0
      for byte in unsafe String(cString: name).utf8 { packed = packed << 8 | UInt64(byte) }
      entries.append((packed, value))
    }
    entries.sort { $0.name < $1.name }
    names = entries.map(\.name)
    values = entries.map(\.value)
  }

  /// The scalar of the name, whose bytes are packed into a number, or `nil`.
  func scalar(named packed: UInt64) -> UInt32? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < packed { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == packed ? values[low] : nil
  }
}
