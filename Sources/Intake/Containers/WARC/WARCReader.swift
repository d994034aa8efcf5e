import Extraction

/// Reads the pages of a WARC file: what `response` and `resource` records hold of HTML.
///
/// Where a record does not end as its header says, the reader goes on at the next line that begins one.
final class WARCReader: PageSource {
  private let container: String
  private let limits: IntakeLimits
  private var window: StreamWindow
  private var pages: WARCPageReader
  private var isAtStart = true
  private var rereadLeft = WARCReader.mostReread
  var summary = ContainerSummary()

  /// A reader of a WARC.
  ///
  /// - Parameters:
  ///   - stream: Its decompressed bytes.
  ///   - container: The file's name.
  ///   - limits: The limits of pages.
  init(_ stream: consuming MemberStream, container: String, limits: IntakeLimits) {
    window = StreamWindow(stream)
    self.container = container
    self.limits = limits
    pages = WARCPageReader(container: container, limits: limits)
  }

  var step: (Int) -> Void {
    get { window.step }
    set { window.step = newValue }
  }

  var storedByteCount: Int { window.storedByteCount }
  var sha256: String { window.sha256 }

  func next() throws(IntakeError) -> ContainerPage? {
    if isAtStart, try window.hold(3),
      window.bytes[window.start...].starts(with: [0xEF, 0xBB, 0xBF])
    {
      window.pass(3)
    }
    isAtStart = false
    while try seek() {
      // Records without a page lie thousands in a piece, and each may have to be decompressed.
      step(storedByteCount)
      guard let header = try header() else { continue }
      let record = try record(header)
      let found = pages.page(record, ordinal: summary.pages + 1)
      switch found {
      case .page(let page):
        summary.pages += 1
        return page
      case .otherRecord: summary.otherRecords += 1
      case .otherContent: summary.otherContent += 1
      }
    }
    if let limit = window.limit { summary.limits.append(limit) }
    return nil
  }

  // MARK: - Where records begin

  /// Moves to the beginning of the next record.
  private func seek() throws(IntakeError) -> Bool {
    try passLineBreaks()
    while true {
      if try window.isNext(Self.signature) { return true }
      if try !passBarrier() {
        guard window.available > 0 else { return false }
        summary.note(.corrupt, detail: "something between two records")
        if try resync() { return true }
      }
    }
  }

  /// Moves to the next line that begins a record; `false` at a barrier.
  private func resync() throws(IntakeError) -> Bool {
    var offset = 1
    while true {
      while let feed = window.distance(to: 0x57, from: offset) {
        let isLineStart = window.bytes[window.start + feed - 1] == 0x0A
        window.pass(feed)
        offset = 1
        if isLineStart || window.isAtBoundary, try window.isNext(Self.version) { return true }
        guard window.available > 1 else { break }
      }
      // The last byte stays: it tells whether what follows begins a line.
      if window.available > 1 {
        window.pass(window.available - 1)
        offset = 1
      }
      guard try window.fill() else {
        window.pass(window.available)
        return false
      }
    }
  }

  /// Passes damage that comes next; `false` at the end and where bytes come first.
  private func passBarrier() throws(IntakeError) -> Bool {
    guard try !window.hold(Self.signature.count), let barrier = window.barrier else { return false }
    switch barrier {
    case .damage(let reason):
      summary.note(reason)
      window.passDamage()
      return true
    case .end:
      if window.available > 0 {
        summary.note(.truncated)
        window.pass(window.available)
      }
      return false
    }
  }

  /// Passes line breaks.
  ///
  /// - Returns: The first ones of them, as many as a header may have.
  @discardableResult
  private func passLineBreaks() throws(IntakeError) -> [UInt8] {
    var passed: [UInt8] = []
    while try window.hold(1) {
      let breaks = window.bytes[window.start...].prefix { $0 == 0x0D || $0 == 0x0A }
      passed.append(contentsOf: breaks.prefix(max(0, Self.longestHeader - passed.count)))
      window.pass(breaks.count)
      if window.available > 0 { break }
    }
    return passed
  }

  // MARK: - Records

  /// Reads the header that comes next; `nil` when it is none.
  private func header() throws(IntakeError) -> HeaderFields? {
    var searched = 0
    while searched <= Self.longestHeader {
      guard let feed = window.distance(to: 0x0A, from: searched) else {
        searched = window.available
        if try window.fill() { continue }
        // Not even a header: the cut is noted where the barrier is passed.
        if window.barrier == .end { summary.note(.truncated) }
        window.pass(window.available)
        return nil
      }
      searched = feed + 1
      if let length = try emptyLine(at: searched) {
        let bytes = window.bytes[window.start..<window.start + searched + length]
        window.pass(searched + length)
        return HeaderFields.split(bytes).map { HeaderFields($0.lines.dropFirst()) }
      }
      guard try window.isNext(Self.version, at: searched) else { continue }
      // Looked for at each line and not at the end, or else a file of such lines is read again from each of them.
      summary.note(.corrupt, detail: "a header that was cut off")
      window.pass(searched)
      return nil
    }
    summary.note(.corrupt, detail: "a header without an end")
    window.pass(1)
    return nil
  }

  /// The length of the empty line at that distance, or `nil` when there is none.
  private func emptyLine(at offset: Int) throws(IntakeError) -> Int? {
    guard try window.hold(offset + 1) else { return nil }
    if window.bytes[window.start + offset] == 0x0A { return 1 }
    guard window.bytes[window.start + offset] == 0x0D, try window.hold(offset + 2),
      window.bytes[window.start + offset + 1] == 0x0A
    else { return nil }
    return 2
  }

  /// Reads the block of a record and sees that the record ends where it should.
  private func record(_ header: HeaderFields) throws(IntakeError) -> WARCRecord {
    guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
      return try unmeasuredRecord(header)
    }
    var record = WARCRecord(header: header, block: [], byteCount: length)
    let isWhole = try readBlock(length, into: &record.block)
    if isWhole, try endsHere(&record) { return record }
    if record.damage == nil {
      record.damage = isWhole ? .corrupt : window.barrier == .end ? .truncated : .corrupt
      if !isWhole, case .damage(let reason) = window.barrier { record.damage = reason }
    }
    try takeBack(&record)
    summary.note(record.damage ?? .corrupt)
    return record
  }

  /// Reads the block of a record whose header tells no length: up to the next line that begins a record.
  private func unmeasuredRecord(_ header: HeaderFields) throws(IntakeError) -> WARCRecord {
    var record = WARCRecord(header: header, block: [], byteCount: 0, damage: .corrupt)
    var isLineStart = true
    while true {
      if isLineStart || window.isAtBoundary, try window.isNext(Self.version) { break }
      guard try window.hold(1) else {
        if case .damage(let reason) = window.barrier { record.damage = reason }
        break
      }
      var count = (window.distance(to: 0x0A) ?? window.available - 1) + 1
      if let boundary = window.distanceToBoundary { count = min(count, boundary) }
      let kept = min(count, max(0, limits.fileBytes + 1 - record.block.count))
      record.block.append(contentsOf: window.bytes[window.start..<window.start + kept])
      isLineStart = window.bytes[window.start + count - 1] == 0x0A
      window.pass(count)
      record.byteCount += count
    }
    if record.byteCount == record.block.count {
      record.block.removeLast(record.block.count - Self.end(of: record.block[...]))
      record.byteCount = record.block.count
    }
    summary.note(.corrupt, detail: "a record without a length")
    return record
  }

  /// Reads that many bytes; those beyond the limit are passed.
  ///
  /// - Returns: Whether there were as many before the barrier, and no other record among them.
  private func readBlock(_ length: Int, into block: inout [UInt8]) throws(IntakeError) -> Bool {
    var left = length
    while left > 0 {
      if window.available == 0 {
        guard try window.fill() else { return false }
      }
      // In a compressed WARC each record is a member, so one that begins inside a block is the next record.
      if window.isAtBoundary, left < length, try window.isNext(Self.version) { return false }
      var count = min(left, window.available)
      if let boundary = window.distanceToBoundary { count = min(count, boundary) }
      let kept = min(count, max(0, limits.fileBytes + 1 - block.count))
      block.append(contentsOf: window.bytes[window.start..<window.start + kept])
      window.pass(count)
      left -= count
    }
    return true
  }

  /// Whether the record is followed by the next one, or by nothing.
  private func endsHere(_ record: inout WARCRecord) throws(IntakeError) -> Bool {
    record.lineBreaks = try passLineBreaks()
    if try window.isNext(Self.signature) { return true }
    guard Self.signature.starts(with: window.bytes[window.start...]) else { return false }
    // A file may be cut in the first letters of the next record, which is that one's loss.
    let isCutInNext = window.available > 0 && window.barrier != .damage(.corrupt)
    // A checksum that does not fit shows only after the last byte; behind a member that ended it is another's.
    if case .damage(let reason) = window.barrier, !window.isAtBoundary, !isCutInNext {
      record.damage = reason
      return false
    }
    return true
  }

  /// Gives back a record that was read as a part of this one, whose length is wrong.
  private func takeBack(_ record: inout WARCRecord) throws(IntakeError) {
    guard let next = try nextRecord(in: record) else { return }
    // Whoever claims lengths in order to be read again and again is not.
    let count = record.block.count - next
    guard count <= rereadLeft else { return }
    rereadLeft -= count
    // The line breaks behind the block are of the header that it runs into.
    window.putBack(record.block[(next + 1)...] + record.lineBreaks)
    record.damage = .corrupt
    record.block.removeLast(record.block.count - Self.end(of: record.block[..<next]))
  }

  /// The line feed before a record that begins in a block, be it in its last bytes.
  private func nextRecord(in record: WARCRecord) throws(IntakeError) -> Int? {
    let block = record.block
    let signature = Array("\nWARC/1.".utf8)
    if let next = ByteSearch.firstIndex(of: signature, in: block[...]) { return next }
    // Of a block beyond the limit the last bytes are not there.
    guard block.count <= limits.fileBytes, record.lineBreaks.isEmpty else { return nil }
    for length in 2..<signature.count
    where block.suffix(length).elementsEqual(signature.prefix(length)) {
      let rest = signature.dropFirst(length)
      guard try window.hold(rest.count) else { return nil }
      if window.bytes[window.start...].starts(with: rest) { return block.count - length }
    }
    return nil
  }

  /// Where a block ends when the line breaks behind it are left out.
  private static func end(of block: ArraySlice<UInt8>) -> Int {
    block.lastIndex { $0 != 0x0D && $0 != 0x0A }.map { $0 + 1 } ?? block.startIndex
  }

  private static let signature = Array("WARC/".utf8)
  private static let version = Array("WARC/1.".utf8)
  // Bytes of a container that are read twice because of wrong lengths: seconds of work.
  private static let mostReread = 1 << 30
  // Bytes of a header: some lines, of which an address may have thousands.
  private static let longestHeader = 64 << 10
}
