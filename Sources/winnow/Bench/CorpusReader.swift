import Evaluation
import Extraction
import Intake
import SystemPackage

/// Finds the pages of a corpus and what readers say of them, in any of the known layouts.
///
/// - `…/NAME/expected.json` beside `source.html`, as in `Corpus/pages`;
/// - `NAME.roles.json` beside `NAME.txt`, as in `Corpus/texts`;
/// - `ground-truth.jsonl` beside `html/ID.html`, as WCXB has it;
/// - `ground-truth.json`, an object of `articleBody` by page, beside `html/ID.html`, as the Article Extraction
///   Benchmark has it;
/// - `pages.jsonl` with the labelled blocks of pages that are in another folder.
///
/// The files of lines and pages may be compressed.
struct CorpusReader {
  /// The pages in their order.
  private(set) var pages: [CorpusPage] = []
  /// The hash of the corpus, for layouts that pin floors.
  private(set) var hash: String?

  private let folder: FilePath

  /// Reads a corpus.
  ///
  /// - Parameters:
  ///   - folder: The corpus.
  ///   - html: The folder of the pages, where that is not the corpus itself.
  /// - Throws: ``CorpusError`` when it is no corpus or cannot be read.
  init(_ folder: FilePath, html: FilePath?) throws(CorpusError) {
    self.folder = folder
    guard DirectoryListing.isDirectory(folder) else { throw .notACorpus(folder.string) }
    if let truth = existing("ground-truth.jsonl") {
      try readLines(of: truth, html: html ?? folder.appending("html"))
    } else if let truth = existing("ground-truth.json") {
      try readBodies(of: truth, html: html ?? folder.appending("html"))
    } else if let labels = existing("pages.jsonl") {
      // Where labels of a part of a corpus lie beside it.
      let sibling = folder.removingLastComponent().appending("wcxb-dev/html")
      try readLines(of: labels, html: html ?? sibling)
    } else {
      let files = DirectoryListing.files(under: folder)
      try readFolders(files.filter { $0.lastComponent?.string == "expected.json" })
      if pages.isEmpty { try readDumps(files) }
    }
    if pages.isEmpty { throw .notACorpus(folder.string) }
  }

  /// A file of the corpus by its name, or its name with an ending of compression.
  private func existing(_ name: String) -> FilePath? {
    ["", ".gz", ".zst"].map { folder.appending(name + $0) }.first {
      $0.exists
    }
  }

  private mutating func readFolders(_ files: [FilePath]) throws(CorpusError) {
    var hash = CorpusHash()
    // By name and not by path, in which the slash that ends a name comes after some letters of another.
    let named = files.map { ($0.removingLastComponent().lastComponent?.string ?? $0.string, $0) }
    for (name, file) in named.sorted(by: { Array($0.0.utf8).lexicographicallyPrecedes($1.0.utf8) })
    {
      let place = file.removingLastComponent()
      let expectation = try JSONFile.bytes(of: file)
      let page = place.appending("source.html")
      hash.combine(name.utf8)
      hash.combine(expectation)
      hash.combine(try JSONFile.bytes(of: page))
      let reference = try JSONFile.value(ReferenceFile.self, in: expectation[...], of: file.string)
      try add(reference, id: name, at: page, of: file)
    }
    self.hash = hash.text
  }

  private mutating func readDumps(_ files: [FilePath]) throws(CorpusError) {
    let ending = ".roles.json"
    for file in files {
      guard let name = file.lastComponent?.string, name.hasSuffix(ending) else { continue }
      let id = String(name.dropLast(ending.count))
      let reference = try JSONFile.value(ReferenceFile.self, in: file)
      try add(
        reference, id: id, at: file.removingLastComponent().appending(id + ".txt"), of: file)
    }
  }

  private mutating func readLines(of file: FilePath, html: FilePath) throws(CorpusError) {
    for reference in try JSONFile.lines(ReferenceFile.self, in: file) {
      guard let id = reference.id else { throw .malformed(file.string, reason: "a page has no id") }
      try add(reference, id: id, at: try page(id, in: html, of: file), of: file)
    }
  }

  private mutating func readBodies(of file: FilePath, html: FilePath) throws(CorpusError) {
    let bodies = try JSONFile.value([String: ArticleBody].self, in: file)
    for (id, body) in bodies.sorted(by: { $0.key < $1.key }) {
      var reference = ReferencePage(id: id)
      reference.pageType = PageType.article.name
      reference.text = body.articleBody
      pages.append(CorpusPage(path: try page(id, in: html, of: file), reference: reference))
    }
  }

  /// The file of a page by its name.
  private func page(
    _ id: String, in html: FilePath, of file: FilePath
  ) throws(CorpusError) -> FilePath {
    guard DirectoryListing.isDirectory(html) else {
      throw .unreadable(html.string, reason: "no folder of pages; --html names it")
    }
    guard FilePath(id).components.count == 1, FilePath(id).root == nil else {
      throw .malformed(file.string, reason: "\(id) is no name of a page")
    }
    let names = [".html.gz", ".html", ".html.zst", ".txt"].map { html.appending(id + $0) }
    return names.first { $0.exists } ?? names[0]
  }

  private mutating func add(
    _ reference: ReferenceFile, id: String, at page: FilePath, of file: FilePath
  ) throws(CorpusError) {
    do throws(ReferenceError) {
      pages.append(CorpusPage(path: page, reference: try reference.reference(id: id)))
    } catch {
      throw .malformed(file.string, reason: "page \(id) has the unknown role \(error.role)")
    }
  }
}
