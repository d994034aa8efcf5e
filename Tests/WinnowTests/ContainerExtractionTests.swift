import Extraction
import Testing

@testable import Intake
@testable import winnow

struct ContainerExtractionTests {
  /// A container of no pages that ends with an error, or else with damage.
  private final class BrokenSource: PageSource {
    var summary = ContainerSummary()
    var step: (Int) -> Void = { _ in }
    let storedByteCount = 0
    let sha256 = ""
    let error: IntakeError?

    init(_ error: IntakeError?) {
      self.error = error
      if error == nil { summary.note(.truncated) }
    }

    func next() throws(IntakeError) -> ContainerPage? {
      if let error { throw error }
      return nil
    }
  }

  /// Reads such a container; tells how far, and the records' texts.
  private func read(_ error: IntakeError?) throws -> (end: ContainerEnd, records: [String]) {
    let container = ContainerReader(
      BrokenSource(error), name: "crawl.warc", byteCount: 0, modified: nil, closing: nil)
    let extraction = ContainerExtraction(
      container: container, input: .standardInput, threadCount: 1
    ) {
      ExtractionWorker(format: .jsonl, options: ExtractionOptions(), url: nil, input: .auto)
    }
    var records: [String] = []
    let end = try extraction.run { records.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return (end, records)
  }

  @Test func failureOfTheSystemIsNoEnd() throws {
    let result = try read(IntakeError(.inputOutput))
    #expect(result.end == .unread)
    #expect(result.records.count == 1)
    #expect(result.records.first?.contains(#""reason":"io_error""#) == true)
  }

  @Test func damageIsTheEnd() throws {
    let result = try read(nil)
    #expect(result.end == .damaged)
    #expect(result.records.first?.contains(#""reason":"truncated""#) == true)
  }
}
