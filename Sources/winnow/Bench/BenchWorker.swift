import Evaluation
import Extraction
import Glibc
import Intake
import RecordEncoding

/// Reads pages of a corpus and scores what comes of them, with buffers of its own.
///
/// A worker is confined to one thread.
final class BenchWorker {
  private let extractor: Extractor
  private let roundCount: Int
  private var reader = DocumentReader()
  private var writer = JSONWriter()

  /// A worker that takes the least time of so many rounds.
  init(options: ExtractionOptions, roundCount: Int) {
    extractor = Extractor(options: options)
    self.roundCount = roundCount
    // Tables are made with the first page, which is none of the corpus then.
    let source = SourceDescription(name: "", byteCount: 0, sha256: "")
    _ = extractor.record(of: Array("<p>warm".utf8).span, id: "", source: source)
  }

  /// Reads and scores one page.
  func benchmark(_ page: CorpusPage) -> BenchmarkPage {
    var result = read(page)
    for _ in 1..<max(roundCount, 1) {
      guard let seconds = result.seconds, let again = read(page).seconds else { break }
      result.seconds = min(seconds, again)
    }
    return result
  }

  private func read(_ page: CorpusPage) -> BenchmarkPage {
    let start = Self.processorTime
    var byteCount = 0
    var problem: String?
    let record: Record
    do throws(FailedDocument) {
      let document = try reader.read(page.path, symbolicLinks: .follow)
      byteCount = document.bytes.count
      record = document.record(by: extractor)
    } catch {
      record = error.record
      problem = error.detail
    }
    writer.removeAll()
    record.write(to: &writer)
    let seconds = Self.processorTime - start
    if record.status == .failed {
      problem = (record.reason?.rawValue ?? "failed") + (problem.map { " (\($0))" } ?? "")
    }
    let reference = page.reference
    let prediction = Prediction(record)
    return BenchmarkPage(
      pageType: reference.pageType,
      language: PageScore.primaryTag(reference.language ?? record.metadata.language),
      isHeldOut: reference.isHeldOut, score: PageScore(of: prediction, for: reference),
      byteCount: byteCount, seconds: problem == nil ? seconds : nil, problem: problem)
  }

  /// Seconds that the thread has worked.
  private static var processorTime: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
