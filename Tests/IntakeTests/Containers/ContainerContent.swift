import Extraction

@testable import Intake

/// What was read of a container in memory.
struct ContainerContent {
  var pages: [ContainerPage] = []
  var summary: ContainerSummary
  var record: Record?

  /// Reads all pages.
  init(
    _ file: [UInt8], name: String = "crawl.warc.gz", limits: IntakeLimits = IntakeLimits(),
    as choice: InputChoice = .auto
  ) throws {
    var decompressor = Decompressor()
    let head = Array(file.prefix(64 << 10))
    let format = ContainerFormat(
      choice, name: name, head: decompressor.beginning(of: head)[...])
    let stream = MemberStream(
      ByteSource(head: file, descriptor: nil, limit: limits.containerBytes),
      format: CompressionFormat(of: head.span), limits: limits)
    let source: any PageSource =
      switch format {
      case .lines: LineReader(stream, container: name, limits: limits)
      case .warc, nil: WARCReader(stream, container: name, limits: limits)
      }
    let reader = ContainerReader(
      source, name: name, byteCount: file.count, modified: nil, closing: nil)
    while let page = try reader.next() { pages.append(page) }
    summary = reader.summary
    record = reader.record
  }

  /// The documents of the pages that have one.
  var documents: [Document] { pages.compactMap { try? $0.document.get() } }

  /// The pages that have none.
  var failures: [FailedDocument] {
    pages.compactMap { page in
      if case .failure(let failed) = page.document { failed } else { nil }
    }
  }
}
