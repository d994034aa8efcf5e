import Extraction

/// The decompressed bytes of a file of gzip members or zstd frames, or the bytes of one that is neither.
///
/// A damaged member costs itself: the stream says so and goes on with the next one. Memory does not grow
/// with the file.
struct MemberStream: ~Copyable {
  /// What a call of `read` came to.
  enum Step: Equatable {
    /// Bytes were appended.
    case bytes
    /// A member ended, and its checksum fits; what follows begins another one.
    case boundary
    /// Bytes are missing between those before and those that follow.
    case damage(FailureReason)
    /// There is nothing more.
    case end
  }

  private enum State {
    case between
    case within
    case lost(searchFrom: Int)
    case ended
  }

  private let limits: IntakeLimits
  private let format: CompressionFormat?
  private var source: ByteSource
  private var gzip = Inflater(.gzip)
  private var zstd = FrameDecoder()
  private var raw: [UInt8] = []
  private var next = 0
  /// Where the member began in `raw`, or -1 when that is no longer held.
  private var memberStart = 0
  private var state = State.between
  private var isFull = false
  private var isFirst = true
  private var isAfterMember = false
  private var produced = 0
  private var damages = 0
  /// The limit that ended the stream, if one did.
  private(set) var limit: ExtractionLimit?

  /// A stream over `source`, whose first bytes `format` was told by.
  init(_ source: consuming ByteSource, format: CompressionFormat?, limits: IntakeLimits) {
    self.source = source
    self.format = format
    self.limits = limits
    if format == nil { state = .within }
  }

  /// Stored bytes read so far.
  var storedByteCount: Int { source.byteCount }

  /// Called with the stored bytes read so far, whenever there are more; what comes of them may be nothing.
  var step: (Int) -> Void {
    get { source.step }
    set { source.step = newValue }
  }

  /// SHA-256 of the stored bytes, empty when not all of them were read.
  var sha256: String { source.sha256 }

  /// Appends the next decompressed bytes to `output`, some 256 KiB at most.
  ///
  /// - Throws: `tooLarge` or `inputOutput`.
  mutating func read(into output: inout [UInt8]) throws(IntakeError) -> Step {
    while true {
      switch state {
      case .ended: return .end
      case .between: if let step = try begin() { return step }
      case .within: if let step = try decode(into: &output) { return step }
      case .lost(let from): try search(from: from)
      }
    }
  }

  // A member is held this far back, so that one that was misread beyond its end costs no other one.
  private static let keptBytes = 4 << 20
  // Damaged members before the rest is given up: each costs a search through what is held.
  private static let maximumDamages = 10_000
  // What a dictionary may have; `zstd --train` makes some of 110 KB.
  private static let maximumDictionary = 16 << 20
  private static let magicLength = 4

  /// Begins a member at `next`.
  private mutating func begin() throws(IntakeError) -> Step? {
    if isAfterMember {
      isAfterMember = false
      return .boundary
    }
    // Tapes and block devices pad files with zeros.
    while try hold(1), raw[next] == 0 { next += 1 }
    guard try hold(Self.magicLength) else {
      state = .ended
      return next == raw.count ? .end : .damage(.truncated)
    }
    if isFirst, try takeDictionary() { return nil }
    let magic = Array(raw[next..<next + Self.magicLength])
    guard CompressionFormat(of: magic.span) == format else {
      return damaged(.corrupt, searchFrom: next)
    }
    gzip.reset()
    zstd.reset()
    memberStart = next
    isFull = false
    state = .within
    isFirst = false
    return nil
  }

  /// Takes the dictionary in the first frame, as the convention of zstd in WARC has it.
  private mutating func takeDictionary() throws(IntakeError) -> Bool {
    guard raw[next...].starts(with: [0x5D, 0x2A, 0x4D, 0x18]), try hold(8) else { return false }
    let length = (0..<4).reduce(0) { $0 | Int(raw[next + 4 + $1]) << (8 * $1) }
    guard length <= Self.maximumDictionary, try hold(8 + length) else { return false }
    var dictionary = Array(raw[next + 8..<next + 8 + length])
    if CompressionFormat(of: dictionary.span) == .zstd {
      var plain: [UInt8] = []
      var decompressor = ZstdDecompressor()
      _ = decompressor.decompress(dictionary, limit: Self.maximumDictionary, into: &plain)
      dictionary = plain
    }
    guard zstd.use(dictionary: dictionary) else { return false }
    next += 8 + length
    isFirst = false
    return true
  }

  private mutating func decode(into output: inout [UInt8]) throws(IntakeError) -> Step? {
    if next == raw.count, !isFull {
      guard try more() else {
        guard format != nil else {
          state = .ended
          return .end
        }
        return damaged(.truncated, searchFrom: memberStart + 1)
      }
    }
    guard let format else {
      output.append(contentsOf: raw[next...])
      next = raw.count
      return .bytes
    }
    let before = output.count
    let step =
      format == .gzip
      ? gzip.step(raw, from: next, into: &output) : zstd.step(raw, from: next, into: &output)
    let came = output.count - before
    next += step.consumed
    isFull = step.isFull
    produced += came
    guard produced <= allowance else {
      limit = .decompressionRatio
      state = .ended
      return .damage(.decompressionLimit)
    }
    switch step.end {
    case .going:
      // A decoder that neither takes nor gives anything, with bytes before it, never will.
      if came == 0, step.consumed == 0, next < raw.count {
        return damaged(.corrupt, searchFrom: memberStart + 1)
      }
    case .complete:
      state = .between
      isAfterMember = true
    case .failed(let reason): return damaged(reason, searchFrom: memberStart + 1)
    }
    return came > 0 ? .bytes : nil
  }

  /// The most bytes that may have come out of those that were read.
  private var allowance: Int {
    let product = source.byteCount.multipliedReportingOverflow(by: limits.decompressionRatio)
    return product.overflow ? Int.max : max(limits.ratioFreeBytes, product.partialValue)
  }

  private mutating func damaged(_ reason: FailureReason, searchFrom: Int) -> Step {
    damages += 1
    state = damages > Self.maximumDamages ? .ended : .lost(searchFrom: searchFrom)
    return .damage(reason)
  }

  /// Finds where the next member may begin.
  private mutating func search(from: Int) throws(IntakeError) {
    var from = from
    while true {
      if let found = magic(from: from) {
        next = found
        state = .between
        return
      }
      from = max(from, raw.count - Self.magicLength + 1)
      raw.removeFirst(min(from, raw.count))
      from = 0
      next = 0
      memberStart = -1
      guard try source.read(into: &raw) else {
        state = .ended
        return
      }
    }
  }

  private func magic(from: Int) -> Int? {
    guard raw.count >= Self.magicLength else { return nil }
    for position in from..<max(from, raw.count - Self.magicLength + 1) {
      switch (raw[position], raw[position + 1], raw[position + 2], raw[position + 3]) {
      // Method 8 and none of the reserved flags (RFC 1952, 2.3.1).
      case (0x1F, 0x8B, 8, 0..<0x20) where format == .gzip: return position
      case (0x28, 0xB5, 0x2F, 0xFD) where format == .zstd: return position
      default: continue
      }
    }
    return nil
  }

  /// Whether at least `count` bytes are held from `next` on.
  private mutating func hold(_ count: Int) throws(IntakeError) -> Bool {
    while raw.count - next < count {
      raw.removeFirst(next)
      next = 0
      guard try source.read(into: &raw) else { return false }
    }
    return true
  }

  /// Reads on within a member, which is held as long as it is not too long.
  private mutating func more() throws(IntakeError) -> Bool {
    let isHeld = format != nil && memberStart >= 0 && next - memberStart <= Self.keptBytes
    let dropped = isHeld ? memberStart : next
    raw.removeFirst(dropped)
    next -= dropped
    memberStart = isHeld ? 0 : -1
    return try source.read(into: &raw)
  }
}
