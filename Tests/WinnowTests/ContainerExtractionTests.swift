import Extraction
import Testing

@testable import Intake
@testable import winnow

struct ContainerExtractionTests {
  /// A container of no pages that ends with an error, or else with damage.
  private final class BrokenSource: PageSource {
    var summary = ContainerSummary()
    var step: () -> Void = {}
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

  /// Reads such a container; tells whether it came to its end, and the records' texts.
  private func read(_ error: IntakeError?) throws -> (isRead: Bool, records: [String]) {
    let container = ContainerReader(
      BrokenSource(error), name: "crawl.warc", byteCount: 0, modified: nil, closing: nil)
    let extraction = ContainerExtraction(container: container, threadCount: 1) {
      ExtractionWorker(format: .jsonl, options: ExtractionOptions(), url: nil, input: .auto)
    }
    var records: [String] = []
    let isRead = try extraction.run { records.append(String(decoding: $0.bytes, as: UTF8.self)) }
    return (isRead, records)
  }

  @Test func failureOfTheSystemIsNoEnd() throws {
    let result = try read(IntakeError(.inputOutput))
    #expect(!result.isRead)
    #expect(result.records.count == 1)
    #expect(result.records.first?.contains(#""reason":"io_error""#) == true)
  }

  @Test func damageIsTheEnd() throws {
    let result = try read(nil)
    #expect(result.isRead)
    #expect(result.records.first?.contains(#""reason":"truncated""#) == true)
  }
}
