/// Names of files that are ready, in the order in which they are taken.
///
/// Most often the file that changed longest ago goes first. Every so often it is the one that was found
/// longest ago, so that no stream of files with old times, such as an unpacked archive, holds up a new one
/// for ever (Postfix alternates between incoming and deferred mail likewise).
///
/// A name that was taken in one order is still there in the other, so the caller passes over names that it
/// no longer waits for.
struct ReadyQueue: Sendable {
  private var byAge = OldestFirstQueue()
  private var byArrival: [FileName] = []
  private var nextArrival = 0
  private var turn = 0

  /// Adds a name.
  ///
  /// Complexity: O(log *n*).
  mutating func insert(_ name: FileName, modified: Int64) {
    byAge.insert(name, modified: modified)
    byArrival.append(name)
  }

  /// Begins to take a name: whether this time it is the one that was found longest ago.
  mutating func beginTurn() -> Bool {
    turn += 1
    return turn % Self.arrivalTurn == 0
  }

  /// Takes out the name whose file changed longest ago.
  ///
  /// Complexity: O(log *n*).
  mutating func removeOldest() -> FileName? {
    byAge.removeOldest()
  }

  /// Takes out all names.
  mutating func removeAll() {
    byAge.removeAll()
    byArrival = []
    nextArrival = 0
  }

  /// Takes out the name that was found longest ago.
  ///
  /// Complexity: O(1), amortized.
  mutating func removeFirstArrival() -> FileName? {
    guard nextArrival < byArrival.count else { return nil }
    defer {
      nextArrival += 1
      if nextArrival > Self.keptArrivals, nextArrival > byArrival.count / 2 {
        byArrival.removeFirst(nextArrival)
        nextArrival = 0
      }
    }
    return byArrival[nextArrival]
  }

  // One in four by arrival: new files get a quarter of the workers when old ones fill the inbox.
  private static let arrivalTurn = 4
  // Names taken already before room is made, some 100 KiB.
  private static let keptArrivals = 1000
}
