import Extraction
package import Intake
import RecordEncoding
package import SystemPackage

/// Makes records in this process, be it the daemon or a worker.
///
/// `@unchecked Sendable`: one page at a time is handed to it, through the queue of its lane, so the extractor
/// and the encoder are never used by two threads at once.
package final class LocalPageProcessor: PageProcessor, @unchecked Sendable {
  private let extractor: Extractor
  private let outputBytes: Int
  private var reader: DocumentReader
  private var encoder: RecordEncoder

  /// A processor with these settings.
  ///
  /// - Throws: `SpoolError` when zstd cannot be set up at that level.
  package init(_ settings: WorkerSettings) throws(SpoolError) {
    extractor = Extractor(options: settings.extraction)
    outputBytes = settings.outputBytes
    reader = DocumentReader(limits: settings.intake)
    do throws(RecordEncodingError) {
      encoder = try RecordEncoder(level: settings.compressionLevel)
    } catch {
      throw SpoolError(.configuration, "zstd level \(settings.compressionLevel): \(error)")
    }
  }

  package func prepare() {}

  package func end() {}

  package func process(_ file: borrowing ClaimedFile, isSuspect: Bool) -> WorkProduct {
    process(
      file.fileDescriptor,
      WorkerRequest(
        name: file.name.escaped, size: file.size, modified: file.modifiedSeconds,
        isSuspect: isSuspect))
  }

  /// The record of an open file.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - request: What is known of it.
  ///   - sign: Called between the stages of the work.
  ///   - misbehave: Takes the document before it is worked on; only tests do something with it.
  /// - Returns: The record, or why there is none.
  package func process(
    _ descriptor: FileDescriptor, _ request: WorkerRequest, sign: () -> Void = {},
    misbehave: ((inout Document) -> Void)? = nil
  ) -> WorkProduct {
    do throws(FailedDocument) {
      var document = try reader.read(
        descriptor, name: request.name, size: request.size, modified: request.modified)
      sign()
      misbehave?(&document)
      return product(of: document, sign)
    } catch {
      return product(of: error)
    }
  }

  /// The record of a document whose bytes are there.
  package func product(of document: Document, _ sign: () -> Void = {}) -> WorkProduct {
    let record = document.record(by: extractor)
    sign()
    return product(of: record)
  }

  private func product(of failed: FailedDocument) -> WorkProduct {
    switch failed.reason {
    case .inputOutput: .none(.retry(.inputOutput))
    case .memory: .none(.exhausted(failed.detail ?? "no memory"))
    default: product(of: failed.record, detail: failed.detail)
    }
  }

  private func product(of record: Record, detail: String? = nil) -> WorkProduct {
    do throws(RecordEncodingError) {
      var record = record
      var encoded = try encoder.encode(record)
      for step in OutputReduction.allCases where encoded.jsonByteCount > outputBytes {
        step.apply(to: &record, excess: encoded.jsonByteCount - outputBytes)
        encoded = try encoder.encode(record)
      }
      return .document(ProcessedDocument(record, frame: encoded.frame, detail: detail))
    } catch {
      return .none(.exhausted("\(error)"))
    }
  }
}
