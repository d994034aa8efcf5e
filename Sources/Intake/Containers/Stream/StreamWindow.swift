import Extraction

/// The part of a stream that is being looked at.
///
/// It ends at a barrier: the end of the stream, or damage, beyond which the bytes do not join on.
struct StreamWindow: ~Copyable {
  /// What comes after the last byte of the window.
  enum Barrier: Equatable {
    /// Bytes are missing.
    case damage(FailureReason)
    /// The end.
    case end
  }

  private var stream: MemberStream
  private(set) var bytes: [UInt8] = []
  /// Where the bytes that were not passed yet begin in `bytes`.
  private(set) var start = 0
  /// What comes after `bytes`, once it is known.
  private(set) var barrier: Barrier?
  /// The position of the first of `bytes` in the stream.
  private var base = 0
  /// Positions in the stream where a member begins.
  private var boundaries: [Int] = []

  /// A window at the start of `stream`.
  init(_ stream: consuming MemberStream) {
    self.stream = stream
  }

  /// Bytes that are there and were not passed.
  var available: Int { bytes.count - start }

  /// Stored bytes read so far.
  var storedByteCount: Int { stream.storedByteCount }

  /// Called with the stored bytes read so far, whenever there are more of them or something came of them.
  var step: (Int) -> Void {
    get { stream.step }
    set { stream.step = newValue }
  }

  /// SHA-256 of the stored bytes, empty when not all of them were read.
  var sha256: String { stream.sha256 }

  /// The limit that ended the stream, if one did.
  var limit: ExtractionLimit? { stream.limit }

  /// Bytes up to where the next member begins, if one is known to.
  var distanceToBoundary: Int? {
    boundaries.first { $0 > base + start }.map { $0 - base - start }
  }

  /// Whether a member begins right here.
  var isAtBoundary: Bool { boundaries.contains(base + start) }

  /// Reads on.
  ///
  /// - Returns: Whether there are more bytes before the barrier.
  /// - Throws: `tooLarge` or `inputOutput`.
  mutating func fill() throws(IntakeError) -> Bool {
    guard barrier == nil else { return false }
    if start > Self.idleBytes, start > bytes.count / 2 {
      bytes.removeFirst(start)
      base += start
      start = 0
    }
    while true {
      let piece = try stream.read(into: &bytes)
      // A few stored bytes may come to very many.
      stream.step(stream.storedByteCount)
      switch piece {
      case .bytes: return true
      case .boundary:
        let position = base + bytes.count
        if boundaries.last != position { boundaries.append(position) }
      case .damage(let reason):
        barrier = .damage(reason)
        return false
      case .end:
        barrier = .end
        return false
      }
    }
  }

  /// Whether that many bytes come before the barrier; they are available then.
  mutating func hold(_ count: Int) throws(IntakeError) -> Bool {
    while available < count {
      guard try fill() else { return false }
    }
    return true
  }

  /// Whether these bytes come next, or at that distance.
  mutating func isNext(_ wanted: [UInt8], at offset: Int = 0) throws(IntakeError) -> Bool {
    guard try hold(offset + wanted.count) else { return false }
    return bytes[(start + offset)...].starts(with: wanted)
  }

  /// Where a byte is, counted from the next one; only the bytes that are there are searched.
  func distance(to byte: UInt8, from offset: Int = 0) -> Int? {
    guard offset <= available else { return nil }
    return bytes[(start + offset)...].firstIndex(of: byte).map { $0 - start }
  }

  /// Passes bytes that are available.
  mutating func pass(_ count: Int) {
    start += count
    while let first = boundaries.first, first < base + start { boundaries.removeFirst() }
  }

  /// Passes damage, with what is left before it.
  mutating func passDamage() {
    start = bytes.count
    boundaries = []
    if case .damage = barrier { barrier = nil }
  }

  /// Makes bytes that were passed the next ones again.
  mutating func putBack(_ slice: ArraySlice<UInt8>) {
    let restored = Array(slice) + bytes[start...]
    base += start - slice.count
    bytes = restored
    start = 0
  }

  // Bytes that were passed before room is made.
  private static let idleBytes = 256 << 10
}
