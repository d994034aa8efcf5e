public import Extraction
import SystemPackage

/// Reads the documents of a container one by one, in memory that does not grow with the container.
///
/// A damaged container gives what can be read of it, and its ``summary`` says what is wrong.
///
/// `@unchecked Sendable`: the thread that opens a container hands it over, before any page is read, to the one that reads
/// it; a class has no way to say that it is given away.
public final class ContainerReader: @unchecked Sendable {
  /// The container's file name.
  public let name: String
  /// Bytes of the container's file, 0 when that is not known.
  public let byteCount: Int
  private let modified: String?
  private let source: any PageSource
  private let descriptor: FileDescriptor?
  private var isDone = false

  /// A reader of the pages of `source`.
  ///
  /// - Parameters:
  ///   - source: Gives the pages.
  ///   - name: The file's name.
  ///   - byteCount: Its size, or 0.
  ///   - modified: When it was last changed.
  ///   - descriptor: Closed in the end, if given.
  init(
    _ source: any PageSource, name: String, byteCount: Int, modified: String?,
    closing descriptor: FileDescriptor?
  ) {
    self.source = source
    self.name = name
    self.byteCount = byteCount
    self.modified = modified
    self.descriptor = descriptor
  }

  deinit {
    // Nothing was written through the descriptor, so closing it has nothing to report.
    try? descriptor?.close()
  }

  /// What the container held, as far as it was read.
  public var summary: ContainerSummary { source.summary }

  /// Called between the steps of reading with the stored bytes read so far, so that whoever waits sees that it
  /// goes on, be there pages or not.
  ///
  /// It is called in the midst of reading, so it may not touch the reader.
  public var step: (_ storedByteCount: Int) -> Void {
    get { source.step }
    set { source.step = newValue }
  }

  /// Stored bytes read so far.
  public var storedByteCount: Int { source.storedByteCount }

  /// The next page, or `nil` at the end.
  ///
  /// - Throws: ``IntakeError`` when the operating system fails to read, or there is no memory.
  public func next() throws(IntakeError) -> ContainerPage? {
    guard !isDone else { return nil }
    do throws(IntakeError) {
      if let page = try source.next() { return page }
    } catch {
      guard error.reason == .tooLarge else { throw error }
      source.summary.note(error.reason)
      if let limit = error.limit { source.summary.limits.append(limit) }
    }
    isDone = true
    return nil
  }

  /// The record of the container itself, once all was read: `nil` when it is whole and has pages.
  ///
  /// What is missing of a damaged container stands in no record of a page, so this one says it.
  public var record: Record? {
    let summary = source.summary
    guard summary.reason != nil || summary.pages == 0 else { return nil }
    var record = failure(summary.reason ?? .noContent).record
    if summary.reason == nil { record.status = .empty }
    record.limits = summary.limits
    return record
  }

  /// The container as a document that failed.
  public func failure(_ reason: FailureReason, detail: String? = nil) -> FailedDocument {
    FailedDocument(
      id: DocumentName.identifier(of: name),
      source: SourceDescription(
        name: name, byteCount: max(byteCount, source.storedByteCount), sha256: source.sha256,
        modified: modified),
      reason: reason, detail: detail)
  }
}
