import Extraction
import RecordEncoding
import Streaming

/// Makes outcomes of lines, with buffers of its own.
///
/// A worker is confined to one thread.
final class StreamWorker {
  private let reader: StreamReader
  private var writer = JSONWriter()

  /// A worker for the given options.
  init(options: ExtractionOptions, mediaType: MediaTypeChoice) {
    reader = StreamReader(options: options, mediaType: mediaType)
  }

  /// Reads one line and writes its record as a line.
  func outcome(of line: StreamLine) -> ExtractionOutcome {
    let (record, detail) = reader.record(of: line)
    writer.removeAll()
    record.write(to: &writer)
    writer.newline()
    return ExtractionOutcome(
      bytes: writer.bytes,
      message: ExtractionOutcome.message(
        about: record, detail: detail, input: "line \(line.number)"),
      isFailure: record.status == .failed)
  }
}
