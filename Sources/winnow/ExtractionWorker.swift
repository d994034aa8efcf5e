import Extraction
import Intake
import Packing
import RecordEncoding
import SystemPackage

/// Makes outcomes of inputs, with buffers of its own.
///
/// A worker is confined to one thread.
final class ExtractionWorker {
  private let format: OutputFormat
  private let context: PageContext
  private let choice: InputChoice
  private let directories: [FilePath]
  private let extractor: Extractor
  private var reader = DocumentReader()
  private var writer = JSONWriter()

  /// A worker for the given options.
  ///
  /// The sources of files that were found in one of the `directories` are named by their paths below it.
  init(
    format: OutputFormat, options: ExtractionOptions, url: String?, input: InputChoice,
    directories: [FilePath] = []
  ) {
    self.format = format
    self.directories = directories
    choice = input
    context = PageContext(url: url, mediaType: input.mediaType)
    extractor = Extractor(options: options)
  }

  /// Reads one input and renders its record; a container is handed on.
  func outcome(of input: ExtractInput) -> ExtractionOutcome {
    switch reading(of: input) {
    case .record(let record, let detail):
      outcome(of: record, detail: detail, name: input.name, folder: folder(of: input))
    case .container(let container):
      ExtractionOutcome(bytes: [], isFailure: false, container: container)
    }
  }

  /// What became of an input; its bytes are held no longer, for rendering a long record takes as much again.
  private func reading(of input: ExtractInput) -> InputReading {
    do throws(FailedDocument) {
      switch try open(input) {
      case .document(let document):
        let detail = document.detail
        return .record(document.record(by: extractor, context: context), detail: detail)
      case .container(let container): return .container(container)
      }
    } catch {
      return .record(error.record, detail: error.detail)
    }
  }

  /// Renders the record of a page of a container, which is that input.
  func outcome(
    of page: ContainerPage, in container: String, input: ExtractInput
  ) -> ExtractionOutcome {
    var outcome = outcome(
      of: page.document, name: "\(container): page \(page.ordinal)", folder: folder(of: input))
    outcome.entry?.source.page = page.ordinal
    return outcome
  }

  /// What there is to say of a container, which is that input and whose pages were read; `nil` when it is whole.
  func outcome(
    ofEnd container: ContainerReader, input: ExtractInput, error: IntakeError?
  ) -> ExtractionOutcome? {
    let record =
      error.map { container.failure($0.reason, detail: $0.detail).record } ?? container.record
    guard let record else { return nil }
    var outcome = outcome(
      of: record, detail: error?.detail ?? container.summary.detail, name: container.name,
      folder: folder(of: input))
    outcome.entry?.source.page = PackedSource.endOfContainer
    return outcome
  }

  private func outcome(
    of document: Result<Document, FailedDocument>, name: String, folder: String
  ) -> ExtractionOutcome {
    switch document {
    case .success(let document):
      outcome(
        of: document.record(by: extractor, context: context), detail: document.detail, name: name,
        folder: folder)
    case .failure(let failed):
      outcome(of: failed.record, detail: failed.detail, name: name, folder: folder)
    }
  }

  private func outcome(
    of record: Record, detail: String?, name: String, folder: String
  ) -> ExtractionOutcome {
    var record = record
    record.source.name = folder + record.source.name
    return ExtractionOutcome(
      bytes: render(record),
      message: ExtractionOutcome.message(about: record, detail: detail, input: name),
      isFailure: record.status == .failed,
      entry: PackedRecord(
        source: PackedSource(name), id: record.id, status: record.status.rawValue,
        sha256: record.source.sha256))
  }

  /// The folders that a file found in a directory lies in, below that directory: empty, or with a slash at the end.
  private func folder(of input: ExtractInput) -> String {
    guard case .file(let path, isNamed: false) = input else { return "" }
    let folder = OutputPlan.path(path, below: directories).removingLastComponent()
    return folder.isEmpty ? "" : folder.string + "/"
  }

  private func open(_ input: ExtractInput) throws(FailedDocument) -> OpenedInput {
    switch input {
    case .standardInput:
      try reader.open(
        .standardInput, name: ExtractInput.standardInputName, url: context.url, as: choice)
    case .file(let path, let isNamed):
      try reader.open(
        path, symbolicLinks: isNamed ? .follow : .refuse, url: context.url, as: choice)
    }
  }

  /// A failed document has a record in JSON and nothing in the formats that people read.
  private func render(_ record: Record) -> [UInt8] {
    switch format {
    case .json, .jsonl:
      writer.removeAll()
      record.write(to: &writer)
      return writer.takeBytes()
    case .text: return utf8(TextRendering.render(record))
    case .markdown: return record.status == .failed ? [] : utf8(MarkdownRendering.render(record))
    case .html: return record.status == .failed ? [] : utf8(HTMLRendering.render(record))
    }
  }

  private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }
}
