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
  private let extractor: Extractor
  private var reader = DocumentReader()
  private var writer = JSONWriter()

  /// A worker for the given options.
  init(format: OutputFormat, options: ExtractionOptions, context: PageContext) {
    self.format = format
    self.context = context
    extractor = Extractor(options: options)
  }

  /// Reads one input and renders its record.
  func outcome(of input: ExtractInput) -> ExtractionOutcome {
    let record: Record
    var detail: String?
    do throws(FailedDocument) {
      record = try document(input).record(by: extractor, context: context)
    } catch {
      record = error.record
      detail = error.detail
    }
    return ExtractionOutcome(
      bytes: render(record),
      message: ExtractionOutcome.message(about: record, detail: detail, input: input.name),
      isFailure: record.status == .failed,
      entry: PackedRecord(
        source: SourceKey.text(of: input), id: record.id, status: record.status.rawValue,
        sha256: record.source.sha256))
  }

  private func document(_ input: ExtractInput) throws(FailedDocument) -> Document {
    switch input {
    case .standardInput:
      try reader.read(
        .standardInput, name: ExtractInput.standardInputName, url: context.url)
    case .file(let path, let isNamed):
      try reader.read(path, symbolicLinks: isNamed ? .follow : .refuse, url: context.url)
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
}
