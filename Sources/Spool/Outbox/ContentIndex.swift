/// Which contents have records: digests of inputs, the newest ones of a bounded number.
///
/// A digest enters when the record is on stable storage and not before, so that an input whose digest is here
/// may leave without a record of its own.
package struct ContentIndex: Sendable {
  /// The first half of a SHA-256, in which no two contents that anybody met are alike.
  private struct Key: Hashable {
    let high: UInt64
    let low: UInt64

    init?(_ sha256: String) {
      guard sha256.utf8.count == 64, let high = UInt64(sha256.prefix(16), radix: 16),
        let low = UInt64(sha256.dropFirst(16).prefix(16), radix: 16)
      else { return nil }
      (self.high, self.low) = (high, low)
    }
  }

  private let capacity: Int
  private var names: [Key: Int] = [:]
  private var newest: [Int: Key] = [:]
  private var order: [Key] = []
  private var nextReplaced = 0

  /// An index without contents.
  ///
  /// - Parameter capacity: The most digests, at some 100 bytes each; the default makes 50 MB.
  package init(capacity: Int = 500_000) {
    self.capacity = capacity
  }

  /// Whether no digest can enter without another one leaving.
  package var isFull: Bool { order.count >= capacity }

  /// Whether a record of another name than `name` has that content.
  ///
  /// A record of that very name is made anew: it is the same one, of a document whose work was cut short, or
  /// one that somebody wants again.
  package func holds(_ sha256: String, apartFrom name: FileName) -> Bool {
    guard let key = Key(sha256), let other = names[key] else { return false }
    return other != name.hashValue
  }

  /// A record of that content is on stable storage.
  package mutating func insert(_ sha256: String, name: FileName) {
    guard let key = Key(sha256) else { return }
    newest[name.hashValue] = key
    if names.updateValue(name.hashValue, forKey: key) != nil { return }
    if order.count < capacity {
      order.append(key)
    } else {
      remove(order[nextReplaced])
      order[nextReplaced] = key
      nextReplaced = (nextReplaced + 1) % capacity
    }
  }

  /// The record of that name may be replaced by one of that content, and its own content be without one.
  package mutating func forget(_ name: FileName, apartFrom sha256: String) {
    guard let old = newest[name.hashValue], old != Key(sha256) else { return }
    remove(old)
  }

  private mutating func remove(_ key: Key) {
    guard let name = names.removeValue(forKey: key), newest[name] == key else { return }
    newest[name] = nil
  }
}
