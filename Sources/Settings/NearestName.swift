/// Finds the name that somebody may have meant.
enum NearestName {
  /// The known name that takes the fewest changes of a letter, or `nil` when all are far off.
  ///
  /// Complexity: O(*n* · *m*) for each known name.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - names: The known names.
  ///   - limit: The most changes, or `nil` for a third of the letters.
  /// - Returns: The name.
  static func to(_ text: String, among names: [String], within limit: Int? = nil) -> String? {
    let letters = Array(text.lowercased().unicodeScalars.prefix(longest))
    let distances = names.map { name in
      (name: name, changes: distance(letters, Array(name.lowercased().unicodeScalars)))
    }
    let best = distances.min { ($0.changes, $0.name) < ($1.changes, $1.name) }
    let most = limit ?? max(leastDistance, letters.count / 3)
    guard let best, best.changes <= most else { return nil }
    return best.name
  }

  /// Changes of a letter that make one text of the other, of which a swap of two neighbours is one
  /// (optimal string alignment; Damerau 1964).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  // Letters of what was written that count: twice the longest name.
  private static let longest = 48
  // Two slips in a short name; a third of the letters of a long one.
  private static let leastDistance = 2
}
