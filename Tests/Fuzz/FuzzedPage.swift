import Extraction
import RecordEncoding
import Spool

/// An input read as a page: the first byte chooses what is declared about it, the rest are its bytes.
struct FuzzedPage {
  private let choice: Int
  private let page: ArraySlice<UInt8>

  // One of each decoder, one without a decoder, and none.
  private static let charsets: [String?] = [
    nil, "utf-8", "windows-1252", "gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr",
    "utf-16le", "x-user-defined", "utf-7",
  ]
  // Few enough that an input of some kilobytes meets them.
  private static let smallNodeLimit = 50
  private static let smallDepthLimit = 8
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  init(_ input: [UInt8]) {
    choice = Int(input.first ?? 0)
    page = input.dropFirst()
  }

  /// Reads the page, twice in some cases, and encodes its record in all forms.
  func run() {
    let extractor = Extractor(options: options)
    let record = record(by: extractor)
    if choice.isMultiple(of: 16) {
      precondition(record == self.record(by: extractor), "buffers that are kept change no record")
    }
    check(record)
  }

  private var options: ExtractionOptions {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.includesPaths = choice & 1 == 1
    options.usesModel = choice & 2 == 0
    if choice & 4 == 4 {
      options.nodeLimit = Self.smallNodeLimit
      options.depthLimit = Self.smallDepthLimit
    }
    return options
  }

  private var context: PageContext {
    let kinds = MediaTypeChoice.allCases
    return PageContext(
      charset: Self.charsets[choice % Self.charsets.count],
      url: choice & 8 == 8 ? "https://example.org/2024/05/17/a-title.html" : nil,
      mediaType: kinds[choice / Self.charsets.count % kinds.count])
  }

  private func record(by extractor: Extractor) -> Record {
    let source = SourceDescription(name: "a.html", byteCount: page.count, sha256: Self.digest)
    return extractor.record(of: Array(page).span, id: "a", source: source, context: context)
  }

  private func check(_ record: Record) {
    _ = TextRendering.render(record)
    _ = MarkdownRendering.render(record)
    _ = HTMLRendering.render(record)
    precondition((0...1).contains(record.confidence), "confidence is between 0 and 1")
    do {
      var encoder = try RecordEncoder(level: 1)
      let frame = try encoder.encode(record).frame
      let origin = RecordInspector.origin(in: frame)
      precondition(origin?.sha256 == Self.digest, "a record tells what it was made of")
      precondition(
        origin?.isFailed == (record.status == .failed), "a record tells whether it failed")
    } catch {
      preconditionFailure("zstd takes any record: \(error)")
    }
  }
}
