import Operation
import Testing

struct SourceLedgerTests {
  private let input = TextKey("a.html")
  private var ledger = SourceLedger()

  private func digest(_ digit: Character) throws -> ContentDigest {
    try #require(ContentDigest(String(repeating: digit, count: 64)))
  }

  private mutating func claim(_ digit: Character, page: String? = nil, ordinal: Int = 0, file: Int)
    throws
  {
    ledger.add(
      input: input, page: page.map { TextKey($0) } ?? .none, digest: try digest(digit),
      ordinal: ordinal, file: file)
  }

  private mutating func found(_ digit: Character?, page: String? = nil) throws {
    let range = ledger.claims(on: input)
    ledger.found(page.map { TextKey($0) } ?? .none, try digit.map { try digest($0) }, in: range)
  }

  private mutating func settle(files: Int) {
    ledger.settle(ledger.claims(on: input), files: files)
  }

  @Test mutating func digestsThatAreThereMatch() throws {
    try claim("1", file: 0)
    try claim("2", file: 1)
    try found("2")
    try found("1")
    #expect(ledger.count(.matched) == 2)
    #expect(ledger.faults.isEmpty)
  }

  @Test mutating func inputThatIsNotThereIsNoFault() throws {
    try claim("1", file: 0)
    #expect(ledger.claims(on: TextKey("b.html")).isEmpty)
    #expect(ledger.count(.open) == 1)
  }

  @Test mutating func inputOfAnotherRecordIsNoFaultOfThisOne() throws {
    try claim("1", file: 0)
    try claim("2", file: 1)
    try found("2")
    settle(files: 1)
    #expect(ledger.count(.matched) == 1)
    #expect(ledger.faults.isEmpty)
  }

  @Test mutating func inputThatChangedIsAFaultUnlessAnotherFileIsTheRecords() throws {
    try claim("1", file: 7)
    try found("9")
    #expect(ledger.faults.map(\.file) == [7])
    try found("1")
    #expect(ledger.faults.isEmpty)
  }

  @Test mutating func contentWithoutADigestIsNotCompared() throws {
    try claim("1", page: "a", ordinal: 1, file: 0)
    try found(nil, page: "a")
    settle(files: 1)
    #expect(ledger.faults.isEmpty)
    #expect(ledger.count(.matched) == 0)
  }

  @Test mutating func pagesAreToldApart() throws {
    for (number, page) in ["x", "y", "z"].enumerated() {
      try claim("1", page: page, ordinal: number + 1, file: number)
    }
    try found("1", page: "z")
    try found("2", page: "x")
    settle(files: 1)
    #expect(ledger.faults.map(\.ordinal) == [1, 2])
    #expect(ledger.faults.map(\.state) == [.changed, .missing])
  }

  @Test mutating func pageOfAContainerThatWentIsNotMissing() throws {
    try claim("1", page: "old", ordinal: 1, file: 0)
    try claim("2", page: "new", ordinal: 1, file: 1)
    try found("2", page: "new")
    settle(files: 1)
    #expect(ledger.faults.isEmpty)
    settle(files: 2)
    #expect(ledger.faults.map(\.file) == [0])
  }

  @Test func claimIsSmall() {
    #expect(MemoryLayout<SourceClaim>.stride <= 80)
  }

  @Test(arguments: ["", String(repeating: "a", count: 63), String(repeating: "g", count: 64)])
  func otherTextIsNoDigest(text: String) {
    #expect(ContentDigest(text) == nil)
  }

  @Test func pageIsNumberedByItsLineOrItsIdentifier() {
    #expect(PageName.ordinal(page: "12", id: "x") == 12)
    #expect(PageName.ordinal(page: "urn:uuid:1", id: "crawl-000017") == 17)
    #expect(PageName.ordinal(page: "urn:uuid:1", id: "x") == 0)
  }
}
