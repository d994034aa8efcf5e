import Extraction
import Intake
import RecordEncoding
import SystemPackage

/// Makes outcomes of inputs, with buffers of its own.
///
/// A worker is confined to one thread.
final class ExtractionWorker {
  private let format: OutputFormat
  private let context: PageContext
  private let choice: InputChoice
  private let extractor: Extractor
  private var reader = DocumentReader()
  private var writer = JSONWriter()

  /// A worker for the given options.
  init(format: OutputFormat, options: ExtractionOptions, url: String?, input: InputChoice) {
    self.format = format
    choice = input
    context = PageContext(url: url, mediaType: input.mediaType)
    extractor = Extractor(options: options)
  }

  /// Reads one input and renders its record; a container is handed on.
  func outcome(of input: ExtractInput) -> ExtractionOutcome {
    do throws(FailedDocument) {
      switch try open(input) {
      case .document(let document): return outcome(of: .success(document), name: input.name)
      case .container(let container):
        return ExtractionOutcome(bytes: [], isFailure: false, container: container)
      }
    } catch {
      return outcome(of: .failure(error), name: input.name)
    }
  }

  /// Renders the record of a page of a container.
  func outcome(of page: ContainerPage, in container: String) -> ExtractionOutcome {
    outcome(of: page.document, name: "\(container): page \(page.ordinal)")
  }

  /// What there is to say of a container whose pages were read; `nil` when it is whole.
  func outcome(ofEnd container: ContainerReader, error: IntakeError?) -> ExtractionOutcome? {
    let record =
      error.map { container.failure($0.reason, detail: $0.detail).record } ?? container.record
    guard let record else { return nil }
    return outcome(
      of: record, detail: error?.detail ?? container.summary.detail, name: container.name)
  }

  private func outcome(
    of document: Result<Document, FailedDocument>, name: String
  ) -> ExtractionOutcome {
    switch document {
    case .success(let document):
      outcome(
        of: document.record(by: extractor, context: context), detail: document.detail, name: name)
    case .failure(let failed): outcome(of: failed.record, detail: failed.detail, name: name)
    }
  }

  private func outcome(of record: Record, detail: String?, name: String) -> ExtractionOutcome {
    ExtractionOutcome(
      bytes: render(record), message: message(about: record, detail: detail, name: name),
      isFailure: record.status == .failed)
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
      return writer.bytes
    case .text: return utf8(TextRendering.render(record))
    case .markdown: return record.status == .failed ? [] : utf8(MarkdownRendering.render(record))
    case .html: return record.status == .failed ? [] : utf8(HTMLRendering.render(record))
    }
  }

  private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// One line, for each document that is not whole: `winnow: page.html: failed: not_found (…)`.
  private func message(about record: Record, detail: String?, name: String) -> String? {
    guard record.status == .failed || record.status == .partial else { return nil }
    let reason = record.reason.map { ": " + $0.rawValue } ?? ""
    let explanation = detail.map { " (" + $0 + ")" } ?? ""
    return "winnow: \(name): \(record.status.rawValue)\(reason)\(explanation)"
  }
}
