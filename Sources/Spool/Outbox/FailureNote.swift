import Extraction
import RecordEncoding

/// What stands beside a failed document: why it failed.
package struct FailureNote {
  /// The version of the note's shape, the value of its first field.
  package static let schema = "winnow.failure/1"
  /// What each note begins with.
  static let beginning = "{\"schema\":\"\(schema)\""

  let claim: Claim
  let document: ProcessedDocument
  /// The number of the last attempt that is made; a claim beyond it was given up without one.
  let lastAttempt: Int
  /// Nanoseconds since 1970.
  let time: Int64

  /// The note as one line of JSON.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("schema")
    writer.string(Self.schema)
    writer.key("name")
    writer.string(claim.name.escaped)
    writer.key("reason")
    writer.string(document.reason?.rawValue ?? "unknown")
    writer.key("message")
    writer.string(message + (document.detail.map { ": \($0)" } ?? ""))
    writer.key("attempts")
    writer.integer(min(claim.attempt, lastAttempt))
    writer.key("time")
    writer.string(WallClock.text(time))
    writer.key("sha256")
    writer.string(document.sha256)
    writer.key("limits")
    writer.beginArray()
    for limit in document.limits { writer.string(limit.rawValue) }
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  private var message: String {
    switch document.reason {
    case .emptyInput: "the file has no bytes"
    case .unsupported: "the content is of no kind that holds text"
    case .unsupportedEncoding: "the content has a coding that is not known"
    case .truncated: "the compressed file or container ends early"
    case .corrupt: "the compressed file or container is damaged"
    case .tooLarge: "the file is larger than the limit"
    case .decompressionLimit: "the decompressed content exceeds its limit"
    case .limitReached: "a limit on the structure of the page was reached"
    case .noContent: "the page has no text that could be content"
    case .notRegular: "this is no regular file"
    case .notFound: "the file is gone"
    case .permission: "the file may not be read"
    case .inputOutput: "the operating system failed to read the file"
    case .timeout: "the work took longer than the limit"
    case .memory: "the work needed more memory than the limit"
    case .crash: "the process ended while it worked on the file"
    case .exit: "the worker ended itself"
    case nil: "the reason is not known"
    }
  }
}
