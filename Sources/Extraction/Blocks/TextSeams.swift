/// Places in a page's text where an inline element ends or begins and no white space is.
///
/// Bylines are often written so: `<span>Ann One</span><span>May 17, 2024</span>`, which style sheets set apart.
/// The text of a block stays as it is; those who look for names and dates read it with spaces there.
struct TextSeams {
  /// Offsets into the text, in order, doubled, and one more where an element begins.
  private var places: [UInt32] = []

  /// Drops the places and keeps the capacity.
  mutating func removeAll() { places.removeAll(keepingCapacity: true) }

  /// Notes that an inline element ends before that byte of the text, or begins there.
  @inline(__always)
  mutating func note(_ offset: Int, isStart: Bool) {
    let place = UInt32(truncatingIfNeeded: offset) << 1 | (isStart ? 1 : 0)
    // A text that was cut since may have left a later place.
    if let last = places.last, place <= last { return }
    places.append(place)
  }

  /// Whether there is a place inside that range of the text.
  func mayBeInside(_ range: Range<Int>) -> Bool {
    let first = firstPlace(after: range.lowerBound)
    return first < places.count && Int(places[first] >> 1) < range.upperBound
  }

  /// The bytes with a space at each place that parts two names or numbers.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the range.
  ///   - range: The range of the page's text that they are.
  /// - Returns: UTF-8.
  func spaced(_ bytes: ArraySlice<UInt8>, in range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 4)
    var copied = 0
    var index = firstPlace(after: range.lowerBound)
    while index < places.count, Int(places[index] >> 1) < range.upperBound {
      let offset = places[index] >> 1
      let isEnd = places[index] & 1 == 0
      var isStart = false
      while index < places.count, places[index] >> 1 == offset {
        isStart = isStart || places[index] & 1 == 1
        index += 1
      }
      let cut = Int(offset) - range.lowerBound
      let before = SeamSide.last(of: bytes.prefix(cut))
      let after = SeamSide.first(of: bytes.dropFirst(cut))
      guard SeamSide.part(before, after, areBothElements: isEnd && isStart) else { continue }
      result += bytes.prefix(cut).dropFirst(copied)
      result.append(ASCII.space)
      copied = cut
    }
    return result + bytes.dropFirst(copied)
  }

  /// The index of the first place behind that byte of the text.
  private func firstPlace(after offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle] >> 1) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
