/// The names of shards: `records-000001.jsonl.zst` and so on.
package enum ShardName {
  private static let prefix = "records-"
  private static let suffix = ".jsonl.zst"
  /// Digits that keep a million shards in the order of their names.
  private static let digitCount = 6

  /// The name of the shard of that number.
  package static func name(_ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, digitCount - digits.count)) + digits
      + suffix
  }

  /// The number of the shard of that name; `nil` when it is no shard's.
  package static func number(_ name: String) -> Int? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
    guard digits.utf8.count >= digitCount,
      digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int(digits)
  }
}
