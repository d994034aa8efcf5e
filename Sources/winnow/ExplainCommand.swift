import ArgumentParser
import Extraction
import Intake
import Reporting
import SystemPackage

/// `winnow explain`: why each block of a page has its role.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why each block of a page has its role.",
    discussion: """
      Writes one HTML page that needs neither network nor other files: the page's text, block by block, \
      coloured by role, with its density in the margin; the reasons of each block; and the text that is kept. \
      FILE is a page or a text dump, plain or compressed, or - for standard input.

      The reasons are those of the model: for each group of features, how much it moves the probability of \
      the block's role away from that of a typical block, and the features that count most with their values.

      Examples:
        winnow explain page.html -o why.html
        winnow explain page.html --json | python3 -m json.tool

      Exit status: 0 all well, 1 the page could not be read, 64 wrong usage, 73 the file cannot be made, \
      74 output could not be written.
      """)

  @Argument(help: ArgumentHelp("A page, or - for standard input.", valueName: "file"))
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file rather than to standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Write the same as JSON.")
  var json = false

  @Option(help: "The page's address.")
  var url: String?

  @Option(help: "How to read the bytes: as their content shows, as HTML or as plain text.")
  var input: MediaTypeChoice = .auto

  @Flag(help: "Score blocks by text density and rules alone, without the fitted model.")
  var rules = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much precision counts for more than recall, -0.9 to 1.", valueName: "value"))
  var bias: Float?

  func validate() throws {
    if let bias, !ExtractionOptions.precisionBiasRange.contains(bias) {
      throw ValidationError("--bias is a number from -0.9 to 1.")
    }
  }

  func run() throws { try CommandErrors.tell(of: file) { try explain() } }

  private func explain() throws {
    var options = ExtractionOptions()
    options.roles = Set(Role.allCases)
    options.usesModel = !rules
    if let bias { options.precisionBias = bias }
    let document = try DocumentReader.document(named: file, url: url)
    let explanation = Extractor(options: options).explanation(
      of: document, context: PageContext(url: url, mediaType: input))
    let bytes =
      json ? ExplanationJSON.encode(explanation) : Array(ExplanationPage.render(explanation).utf8)
    if let output {
      try OutputFile.write(bytes, to: ArgumentPath.path(output))
    } else {
      try FileDescriptor.standardOutput.writeAll(bytes)
    }
    if explanation.record.status == .failed {
      StandardError.tell("\(file): failed: \(explanation.record.reason?.rawValue ?? "unread")")
      throw ExitCode.failure
    }
  }
}
