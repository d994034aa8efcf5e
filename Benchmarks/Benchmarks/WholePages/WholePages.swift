import CDocumentBuild
import Foundation

/// Measures the whole extraction of a folder of pages against libxml2's `htmlReadMemory` of the same bytes.
///
/// `WholePages FOLDER [ROUNDS]`: pages are read first; then each round measures one after the other, so that
/// what the machine does besides falls on both.
/// `WholePages --rules FOLDER [ROUNDS]` measures the extraction by rules, without the model.
/// `WholePages --turns FOLDER` does a pass for each line it reads, `whole` or `document`, and prints its
/// seconds, so that another program can measure its own passes between them.
@main
struct WholePages {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let mode = arguments.first.flatMap { $0.hasPrefix("--") ? $0 : nil }
    if mode != nil { arguments.removeFirst() }
    let isKnown = mode.map(["--rules", "--turns"].contains) ?? true
    guard isKnown, let folder = arguments.popFirst() else {
      print("usage: WholePages [--rules|--turns] FOLDER [ROUNDS]")
      exit(EX_USAGE)
    }
    let pages = try Page.all(in: folder)
    if mode == "--turns" {
      takeTurns(pages)
    } else {
      measure(
        pages, rounds: arguments.first.flatMap { Int($0) } ?? 5, usesModel: mode != "--rules")
    }
  }

  private static func takeTurns(_ pages: [Page]) {
    let whole = WholeExtraction()
    while let line = readLine() {
      let time = seconds {
        for page in pages {
          if line == "whole" { whole.run(page) } else { buildDocument(page) }
        }
      }
      print(time)
      fflush(nil)
    }
  }

  private static func measure(_ pages: [Page], rounds: Int, usesModel: Bool) {
    let bytes = pages.reduce(0) { $0 + $1.bytes.count }
    print("\(pages.count) pages, \(bytes) bytes, \(rounds) rounds in turns")
    let whole = WholeExtraction(usesModel: usesModel)
    // The first round fills buffers and caches.
    for page in pages { whole.run(page) }
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<rounds {
      theirs.append(seconds { for page in pages { buildDocument(page) } })
      ours.append(seconds { for page in pages { whole.run(page) } })
    }
    let ratios = zip(ours, theirs).map { $0 / $1 }
    print("libxml2 document  \(Spread(theirs)) s")
    print("whole extraction  \(Spread(ours)) s")
    print("ours / libxml2    \(Spread(ratios))")
  }

  private static func buildDocument(_ page: Page) {
    page.bytes.withUnsafeBytes { buffer in
      _ = document_build(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = ProcessorTime.seconds
    body()
    return ProcessorTime.seconds - start
  }
}
