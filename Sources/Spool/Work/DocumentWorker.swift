package import Extraction
import Intake
import RecordEncoding
import SystemPackage

/// Opens claimed files, has a processor make their records, and makes the records of those that cannot be
/// read or are given up.
///
/// `@unchecked Sendable`: the service takes a lane from the idle ones for one document and puts it back after it, so that
/// calls come one by one, on the queue of the lane; a lock would guard what is never contended.
package final class DocumentWorker: ExtractionWorker, @unchecked Sendable {
  private let processor: any PageProcessor
  private let fileBytes: Int
  private let containerBytes: Int
  private var encoder: RecordEncoder

  /// A worker that has pages made by `processor`.
  ///
  /// - Parameters:
  ///   - processor: Makes the records.
  ///   - settings: What an operator chose about them.
  /// - Throws: `SpoolError` when zstd cannot be set up.
  package init(_ processor: any PageProcessor, _ settings: WorkerSettings) throws(SpoolError) {
    self.processor = processor
    fileBytes = settings.intake.fileBytes
    containerBytes = settings.intake.containerBytes
    do throws(RecordEncodingError) {
      encoder = try RecordEncoder(level: settings.compressionLevel)
    } catch {
      throw SpoolError(.configuration, "zstd level \(settings.compressionLevel): \(error)")
    }
  }

  package func prepare() {
    processor.prepare()
  }

  package func end() {
    processor.end()
  }

  package func extract(
    _ claim: Claim, in folder: any Directory, into sink: any ContainerSink
  ) -> WorkProduct {
    do throws(Errno) {
      let file = try ClaimedFile(claim.name, in: folder)
      if file.isOpenForWriting { return .none(.unstable) }
      let product = process(file, isSuspect: !claim.isFirst, into: sink)
      // The daemon itself may have moved the claim while its pages were read.
      let isOther = try sink.passed > 0 ? file.hasOtherContent : file.hasChanged
      return isOther ? .none(.unstable) : product
    } catch {
      return product(of: error, claim.name)
    }
  }

  package func abandon(
    _ name: FileName, in folder: any Directory, for reason: FailureReason
  ) -> WorkProduct {
    let limits = reason.limits
    do throws(Errno) {
      let size = Int(try folder.status(of: name).stamp.size)
      // The digest of a part would pass for that of the whole file.
      guard size <= fileBytes else {
        return failure(name, reason, limits: limits, byteCount: size)
      }
      let content = try folder.contents(of: name, limit: fileBytes)
      return failure(
        name, reason, limits: limits, byteCount: content.count,
        sha256: SourceDigest.hexadecimal(of: content))
    } catch .noSuchFileOrDirectory {
      return .none(.gone)
    } catch {
      return failure(name, reason, limits: limits)
    }
  }

  private func process(
    _ file: borrowing ClaimedFile, isSuspect: Bool, into sink: any ContainerSink
  ) -> WorkProduct {
    guard file.isRegular else { return failure(file.name, .notRegular) }
    // Whether a file that is too large for a page is a container shows only where it is opened.
    guard file.size <= max(fileBytes, containerBytes) else {
      return failure(file.name, .tooLarge, limits: [.inputBytes], byteCount: file.size)
    }
    return processor.process(file, isSuspect: isSuspect, into: sink)
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
    _ name: FileName, _ reason: FailureReason, limits: [ExtractionLimit] = [], byteCount: Int = 0,
    sha256: String = "", detail: String? = nil
  ) -> WorkProduct {
    let source = SourceDescription(name: name.escaped, byteCount: byteCount, sha256: sha256)
    let id = OutputName.identifier(of: name)
    var record = Record(id: id, source: source, status: .failed, reason: reason)
    record.limits = limits
    do throws(RecordEncodingError) {
      let frame = try encoder.encode(record).frame
      return .document(ProcessedDocument(record, frame: frame, detail: detail))
    } catch {
      return .none(.exhausted("\(error)"))
    }
  }
}
