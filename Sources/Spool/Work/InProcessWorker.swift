import Crypto
package import Extraction
import RecordEncoding
import SystemPackage

/// Makes records in this process.
///
/// `@unchecked Sendable`: the service hands a worker to one document at a time, and the hand-over goes
/// through its queue, so the extractor and the encoder are never used by two threads at once.
package final class InProcessWorker: ExtractionWorker, @unchecked Sendable {
  private let extractor: Extractor
  private var encoder: RecordEncoder

  /// A worker with these options.
  ///
  /// - Throws: `SpoolError` when zstd cannot be set up at that level.
  package init(options: ExtractionOptions, compressionLevel: Int) throws(SpoolError) {
    extractor = Extractor(options: options)
    do throws(RecordEncodingError) {
      encoder = try RecordEncoder(level: compressionLevel)
    } catch {
      throw SpoolError(.configuration, "zstd level \(compressionLevel): \(error)")
    }
  }

  package func extract(_ name: FileName, in folder: any Directory) -> WorkProduct {
    work(on: name, in: folder) { bytes, source in
      self.extractor.record(of: bytes.span, id: OutputName.identifier(of: name), source: source)
    }
  }

  package func abandon(
    _ name: FileName, in folder: any Directory, for reason: FailureReason
  ) -> WorkProduct {
    work(on: name, in: folder) { _, source in
      Record(
        id: OutputName.identifier(of: name), source: source, status: .failed, reason: reason)
    }
  }

  private func work(
    on name: FileName, in folder: any Directory,
    _ makeRecord: ([UInt8], SourceDescription) -> Record
  ) -> WorkProduct {
    do throws(Errno) {
      let before = try folder.status(of: name)
      let bytes = try folder.contents(of: name, limit: 1 << 28)
      guard try folder.status(of: name) == before else { return .none(.unstable) }
      let source = SourceDescription(
        name: name.escaped, byteCount: bytes.count,
        sha256: SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
          .joined(),
        modified: WallClock.text(before.stamp.modified))
      return encode(makeRecord(bytes, source))
    } catch .noSuchFileOrDirectory {
      return .none(.gone)
    } catch {
      return .none(.retry(.inputOutput))
    }
  }

  private func encode(_ record: Record) -> WorkProduct {
    do throws(RecordEncodingError) {
      return .document(
        ProcessedDocument(
          frame: try encoder.encode(record).frame, id: record.id, sha256: record.source.sha256,
          byteCount: record.source.byteCount, status: record.status, reason: record.reason,
          limits: record.limits))
    } catch {
      return .none(.exhausted("\(error)"))
    }
  }
}
