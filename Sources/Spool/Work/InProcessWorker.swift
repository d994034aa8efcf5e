package import Extraction
package import Intake
import RecordEncoding
import SystemPackage

/// Makes records in this process.
///
/// `@unchecked Sendable`: the service hands a worker to one document at a time, and the hand-over goes
/// through its queue, so the extractor and the encoder are never used by two threads at once.
package final class InProcessWorker: ExtractionWorker, @unchecked Sendable {
  private let extractor: Extractor
  private let limits: IntakeLimits
  private var reader: DocumentReader
  private var encoder: RecordEncoder

  /// A worker with these options.
  ///
  /// - Parameters:
  ///   - options: What the records hold.
  ///   - compressionLevel: The level of zstd, 1 to 19.
  ///   - limits: How much of a file is read.
  /// - Throws: `SpoolError` when zstd cannot be set up at that level.
  package init(
    options: ExtractionOptions, compressionLevel: Int, limits: IntakeLimits = IntakeLimits()
  ) throws(SpoolError) {
    extractor = Extractor(options: options)
    self.limits = limits
    reader = DocumentReader(limits: limits)
    do throws(RecordEncodingError) {
      encoder = try RecordEncoder(level: compressionLevel)
    } catch {
      throw SpoolError(.configuration, "zstd level \(compressionLevel): \(error)")
    }
  }

  package func extract(_ name: FileName, in folder: any Directory) -> WorkProduct {
    do throws(Errno) {
      let file = try ClaimedFile(name, in: folder)
      if file.isOpenForWriting { return .none(.unstable) }
      let product = read(file)
      return try file.hasChanged ? .none(.unstable) : product
    } catch {
      return product(of: error, name)
    }
  }

  package func abandon(
    _ name: FileName, in folder: any Directory, for reason: FailureReason
  ) -> WorkProduct {
    do throws(Errno) {
      let size = Int(try folder.status(of: name).stamp.size)
      // The digest of a part would pass for that of the whole file.
      guard size <= limits.fileBytes else { return failure(name, reason, byteCount: size) }
      let content = try folder.contents(of: name, limit: limits.fileBytes)
      return failure(
        name, reason, byteCount: content.count, sha256: SourceDigest.hexadecimal(of: content))
    } catch .noSuchFileOrDirectory {
      return .none(.gone)
    } catch {
      return failure(name, reason)
    }
  }

  private func read(_ file: borrowing ClaimedFile) -> WorkProduct {
    guard file.isRegular else { return failure(file.name, .notRegular) }
    do throws(FailedDocument) {
      let document = try reader.read(file.fileDescriptor, name: file.name.escaped)
      return product(of: document.record(by: extractor))
    } catch {
      return product(of: error, file.name)
    }
  }

  private func product(of failed: FailedDocument, _ name: FileName) -> WorkProduct {
    switch failed.reason {
    case .inputOutput:
      return .none(.retry(.inputOutput))
    case .memory:
      return .none(.exhausted(failed.detail ?? "no memory"))
    default:
      return product(of: failed.record, detail: failed.detail)
    }
  }

  private func product(of error: Errno, _ name: FileName) -> WorkProduct {
    switch error {
    case .noSuchFileOrDirectory:
      .none(.gone)
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory:
      .none(.exhausted("\(error)"))
    case .permissionDenied, .notPermitted:
      failure(name, .permission, detail: "\(error)")
    case .tooManySymbolicLinkLevels, .noSuchAddressOrDevice, .isDirectory:
      failure(name, .notRegular, detail: "\(error)")
    default:
      .none(.retry(.inputOutput))
    }
  }

  private func failure(
    _ name: FileName, _ reason: FailureReason, byteCount: Int = 0, sha256: String = "",
    detail: String? = nil
  ) -> WorkProduct {
    let source = SourceDescription(name: name.escaped, byteCount: byteCount, sha256: sha256)
    let id = OutputName.identifier(of: name)
    return product(
      of: Record(id: id, source: source, status: .failed, reason: reason), detail: detail)
  }

  private func product(of record: Record, detail: String? = nil) -> WorkProduct {
    do throws(RecordEncodingError) {
      let frame = try encoder.encode(record).frame
      return .document(ProcessedDocument(record, frame: frame, detail: detail))
    } catch {
      return .none(.exhausted("\(error)"))
    }
  }
}
