import Evaluation
import Extraction
import Intake
import Reporting
import SystemPackage

/// Writes the explanations of a report's worst pages into a folder beside it.
struct WorstPages {
  private let extractor: Extractor
  /// The folder: `report-pages` for `report.html`.
  private let folder: FilePath

  /// Explanations with the options of the run.
  init(options: ExtractionOptions, beside report: FilePath) {
    extractor = Extractor(options: options)
    let stem = report.stem ?? "report"
    folder = report.removingLastComponent().appending(stem + "-pages")
  }

  /// Writes the explanations.
  ///
  /// - Returns: For each page's name the address of its explanation, from the report's place.
  /// - Throws: ``OutputFileError`` when a file cannot be written.
  func explain(_ pages: [CorpusPage]) throws(OutputFileError) -> [String: String] {
    var links: [String: String] = [:]
    if !pages.isEmpty { try OutputFile.makeFolder(folder) }
    for (index, page) in pages.enumerated() {
      var reader = DocumentReader()
      // A page that cannot be read has nothing to explain; the report names its problem.
      guard let document = try? reader.read(page.path, symbolicLinks: .follow) else { continue }
      let html = ExplanationPage.render(extractor.explanation(of: document))
      let name = Self.name(of: page.reference.id, place: index + 1)
      try OutputFile.write(Array(html.utf8), to: folder.appending(name))
      links[page.reference.id] = Self.address(folder.lastComponent?.string ?? "") + "/" + name
    }
    return links
  }

  /// The name of a file, in letters that need no care in an address.
  private static func name(of id: String, place: Int) -> String {
    let plain = id.unicodeScalars.map { isPlain($0) ? String($0) : "_" }.joined()
    return "\(place)-\(plain.prefix(80)).html"
  }

  /// A name as a part of an address (RFC 3986).
  private static func address(_ name: String) -> String {
    name.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      if isPlain(scalar) { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "-" || scalar == "." || scalar == "_"
  }
}
