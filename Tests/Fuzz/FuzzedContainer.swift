import Extraction
import Spool

@testable import Intake

/// An input read as a compressed file and as each kind of container: the first byte chooses the limits, the rest are its bytes.
struct FuzzedContainer {
  private let choice: UInt8
  private let file: [UInt8]

  init(_ input: [UInt8]) {
    choice = input.first ?? 0
    file = Array(input.dropFirst())
  }

  /// Decompresses the file twice, and reads it as an output whose origin is asked for.
  func run() {
    var decompressor = Decompressor()
    let output = decompressor.decompress(file, limits: limits)
    let (cap, _) = limits.outputCap(storedBytes: file.count)
    precondition(
      output.bytes.count <= max(cap, file.count), "no more comes out than the limits allow")
    let again = decompressor.decompress(file, limits: limits)
    precondition(
      again.bytes == output.bytes && again.reason == output.reason,
      "a damaged file leaves no trace in what reads the next one")
    _ = RecordInspector.origin(in: file)
    readPages { WARCReader($0, container: "crawl.warc", limits: limits) }
    readPages { LineReader($0, container: "pages.ndjson", limits: limits) }
    _ = SavedArchive(file)
    _ = SavedArchive.begins(file)
    _ = SavedPageComment.url(in: file)
  }

  /// Reads all pages of the file as a container, and sees that none is larger than the limits allow.
  private func readPages(_ makeSource: (consuming MemberStream) -> any PageSource) {
    let stream = MemberStream(
      ByteSource(head: file, descriptor: nil, limit: limits.containerBytes),
      format: CompressionFormat(of: file.span), limits: limits)
    let source = makeSource(stream)
    var last = 0
    while let page = try? source.next() {
      precondition(page.ordinal == last + 1, "pages are numbered without a gap")
      last = page.ordinal
      guard case .success(let document) = page.document else { continue }
      precondition(!document.bytes.isEmpty, "a document has bytes")
      precondition(
        document.bytes.count <= max(limits.fileBytes, limits.decompressedBytes),
        "no page is larger than the limits")
    }
    precondition(source.summary.pages == last, "each page is counted")
  }

  private var limits: IntakeLimits {
    var limits = IntakeLimits()
    limits.fileBytes = 20_000
    // A fuzzer shall not be slowed down by bombs that are stopped only at 100 MiB.
    limits.decompressedBytes = choice & 1 == 1 ? 1 << 20 : 5_000
    limits.ratioFreeBytes = choice & 2 == 2 ? 1_000 : 100_000
    limits.compressionDepth = 1 + Int(choice >> 2 & 3)
    return limits
  }
}
