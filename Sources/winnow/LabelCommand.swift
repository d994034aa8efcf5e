import ArgumentParser
import Extraction
import Intake
import RecordEncoding
import SystemPackage

/// `winnow label`: a draft of a page's roles, for a person to correct.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Drafts the roles of a page for a corpus.",
    discussion: """
      Of a page it writes its markup in UTF-8 with data-role="ROLE" on elements, the form that \
      Corpus/pages/*/annotated.html has; of a text dump it writes the roles of its lines, the form of \
      Corpus/texts/*.roles.json. The roles are those that Winnow finds: read all of them, and correct what \
      is wrong.

      With -o, FOLDER is made and gets annotated.html and page.json, or the dump and its roles. What is \
      there already is not replaced.

      Examples:
        winnow label page.html > annotated.html
        winnow label page.html -o Corpus/pages/news--my-page
        winnow label dump.txt -o Corpus/texts

      Exit status: 0 all well, 1 the page could not be read, 64 wrong usage, 73 a file cannot be made, \
      74 output could not be written.
      """)

  @Argument(
    help: ArgumentHelp("A page or a text dump, or - for standard input.", valueName: "file"))
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write into this folder rather than to standard output.", valueName: "folder"))
  var output: String?

  @Option(help: "The page's address.")
  var url: String?

  @Option(help: "How to read the bytes: as their content shows, as HTML or as plain text.")
  var input: MediaTypeChoice = .auto

  func run() throws { try CommandErrors.tell(of: file) { try label() } }

  private func label() throws {
    let document = try DocumentReader.document(named: file, url: url)
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    let extractor = Extractor(options: options)
    let context = PageContext(url: url, mediaType: input)
    let record = document.record(by: extractor, context: context)
    if record.status == .failed {
      throw FailedDocument(
        id: record.id, source: record.source, reason: record.reason ?? .unsupported)
    }
    if let draft = extractor.annotatedDraft(of: document.bytes.span, context: context) {
      try write(draft, record)
    } else {
      try write(dump: document, record)
    }
  }

  private func write(_ draft: AnnotatedDraft, _ record: Record) throws {
    guard let output else {
      try FileDescriptor.standardOutput.writeAll(draft.markup)
      return tellLimits(of: draft)
    }
    let folder = ArgumentPath.path(output)
    try OutputFile.makeFolder(folder)
    try OutputFile.create(draft.markup, at: folder.appending("annotated.html"))
    try OutputFile.create(LabelFiles.page(record), at: folder.appending("page.json"))
    tellLimits(of: draft)
  }

  private func tellLimits(of draft: AnnotatedDraft) {
    if draft.unplacedCount > 0 {
      StandardError.tell(
        "\(file): \(draft.unplacedCount) texts have another role than their element can carry: put elements around them"
      )
    }
    if draft.unknownCount > 0 {
      StandardError.tell(
        "\(file): \(draft.unknownCount) texts are in no block of the record and have the role of the text before them"
      )
    }
  }

  private func write(dump document: Document, _ record: Record) throws {
    let roles = LabelFiles.dump(record)
    guard let output else { return try Self.print(roles) }
    let folder = ArgumentPath.path(output)
    try OutputFile.makeFolder(folder)
    let text = folder.appending(record.id + ".txt")
    // A dump that lies there already, and is to be labelled, is left as it is.
    if !text.exists { try OutputFile.create(document.bytes, at: text) }
    try OutputFile.create(roles, at: folder.appending(record.id + ".roles.json"))
  }

  private static func print(_ bytes: [UInt8]) throws {
    try FileDescriptor.standardOutput.writeAll(bytes)
  }
}
