/// Why a document gave no record, or not a whole one.
public enum FailureReason: String, Sendable, CaseIterable {
  /// The file has no bytes.
  case emptyInput = "empty_input"
  /// The bytes are of no kind that holds text: an image, a PDF, an archive, a program; or that is
  /// written for programs: JSON, XML other than XHTML.
  case unsupported
  /// The compressed or container file ends early.
  case truncated
  /// The compressed or container file is damaged.
  case corrupt
  /// The input is larger than the limit on input bytes.
  case tooLarge = "too_large"
  /// The decompressed bytes exceed their limit in size or in ratio.
  case decompressionLimit = "decompression_limit"
  /// A limit on the page's structure (nodes, depth, output) cut it short; see ``Record/limits``.
  case limitReached = "limit_reached"
  /// The page has no text that could be content.
  case noContent = "no_content"
  /// The path is a directory, a symbolic link, a FIFO, a socket or a device.
  case notRegular = "not_regular"
  /// There is no such file.
  case notFound = "not_found"
  /// The file may not be read.
  case permission
  /// The operating system failed to read or write.
  case inputOutput = "io_error"
  /// The worker took longer than the limit on wall time.
  case timeout
  /// The worker needed more than the limit on memory.
  case memory
  /// The worker ended on a signal.
  case crash
  /// The worker ended itself.
  case exit
  /// The body in a container has a coding that is not known, such as Brotli, or the page of an MHTML has.
  case unsupportedEncoding = "unsupported_encoding"
}
