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

  package func process(
    _ file: borrowing ClaimedFile, isSuspect: Bool, into sink: any ContainerSink
  ) -> WorkProduct {
    var furthest = 0
    return process(
      file.fileDescriptor,
      WorkerRequest(
        name: file.name.escaped, size: file.size, modified: file.modifiedSeconds,
        isSuspect: isSuspect), into: sink,
      sign: { bytesRead in
        // Only what is read proves that it goes on.
        guard bytesRead > furthest else { return }
        furthest = bytesRead
        sink.readOn(to: bytesRead)
      })
  }

  /// The record of an open file.
  ///
  /// - Parameters:
  ///   - descriptor: The file.
  ///   - request: What is known of it.
  ///   - sink: Takes the pages, when the file is a container.
  ///   - sign: Called between the stages of the work, with the stored bytes of a container that were read
  ///     so far while its next page is looked for, or else with 0.
  ///   - misbehave: Takes the document before it is worked on; only tests do something with it.
  /// - Returns: The record, or why there is none.
  package func process(
    _ descriptor: FileDescriptor, _ request: WorkerRequest, into sink: any PageSink,
    sign: @escaping (Int) -> Void = { _ in }, misbehave: ((inout Document) -> Void)? = nil
  ) -> WorkProduct {
    do throws(FailedDocument) {
      let input = try reader.open(
        descriptor, name: request.name, size: request.size, modified: request.modified)
      sign(0)
      switch input {
      case .document(var document):
        misbehave?(&document)
        return product(of: document) { sign(0) }
      case .container(let container):
        container.step = sign
        return product(of: container, into: sink, { sign(0) }, misbehave)
      }
    } catch {
      return product(of: error)
    }
  }

  /// Has the pages of a container taken one by one.
  private func product(
    of container: ContainerReader, into sink: any PageSink, _ sign: () -> Void,
    _ misbehave: ((inout Document) -> Void)?
  ) -> WorkProduct {
    do throws(IntakeError) {
      while let page = try container.next() {
        guard page.ordinal > sink.passed else { continue }
        let announcement = PageAnnouncement(page, bytesRead: container.storedByteCount)
        switch sink.verdict(on: announcement) {
        case .pass: continue
        case .stop: return .none(sink.stopped)
        case .make: break
        }
        guard sink.take(product(of: page, sign, misbehave), of: announcement) else {
          return .none(sink.stopped)
        }
      }
      return end(of: container)
    } catch {
      return product(of: container.failure(error.reason, detail: error.detail))
    }
  }

  private func product(
    of page: ContainerPage, _ sign: () -> Void, _ misbehave: ((inout Document) -> Void)?
  ) -> WorkProduct {
    switch page.document {
    case .success(var document):
      misbehave?(&document)
      return product(of: document, sign)
    case .failure(let failed): return product(of: failed.record, detail: failed.detail)
    }
  }

  /// What is left to say of a container whose pages were taken.
  private func end(of container: ContainerReader) -> WorkProduct {
    let contents = ContainerContents(container.summary)
    guard let record = container.record else {
      let whole = container.failure(.noContent).source
      var document = ProcessedDocument(
        frame: [], id: DocumentName.identifier(of: container.name), sha256: whole.sha256,
        byteCount: whole.byteCount, status: .ok)
      document.contents = contents
      return .document(document)
    }
    guard case .document(var document) = product(of: record, detail: container.summary.detail)
    else { return .none(.exhausted("the record of a container")) }
    document.contents = contents
    return .document(document)
  }

  /// The record of a document whose bytes are there.
  package func product(of document: consuming Document, _ sign: () -> Void = {}) -> WorkProduct {
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
