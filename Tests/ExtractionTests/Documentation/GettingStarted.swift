import Extraction

/// The headline and the article of a page.
func article(of page: [UInt8]) -> (title: String?, text: String) {
  let extractor = Extractor()
  let source = SourceDescription(name: "bees.html", byteCount: page.count, sha256: "")
  let record = extractor.record(of: page.span, id: "bees", source: source)
  return (record.metadata.title, record.text)
}

/// The texts of those blocks of a page that have a role, in their order.
func texts(of role: Role, in page: [UInt8], from url: String) -> [String] {
  var options = ExtractionOptions()
  options.roles = [role]
  let extractor = Extractor(options: options)
  let source = SourceDescription(name: "page", byteCount: page.count, sha256: "", url: url)
  let context = PageContext(charset: "utf-8", url: url)
  let record = extractor.record(of: page.span, id: url, source: source, context: context)
  return record.blocks.map(\.text)
}

/// What became of a page, for people.
func outcome(of record: Record) -> String {
  switch record.status {
  case .ok: "whole, with an expected word F1 of \(record.confidence)"
  case .partial: "cut short: \(record.reason?.rawValue ?? "")"
  case .empty: "a page without content"
  case .failed: "not read: \(record.reason?.rawValue ?? "")"
  }
}

/// Reads many pages on several threads, each with an extractor of its own.
func articles(of pages: [[UInt8]], taskCount: Int) async -> [String] {
  await withTaskGroup(of: [(Int, String)].self) { group in
    for task in 0..<taskCount {
      group.addTask {
        let extractor = Extractor()
        return stride(from: task, to: pages.count, by: taskCount).map { index in
          let page = pages[index]
          let source = SourceDescription(name: "\(index)", byteCount: page.count, sha256: "")
          let record = extractor.record(of: page.span, id: "\(index)", source: source)
          return (index, record.text)
        }
      }
    }
    var texts = Array(repeating: "", count: pages.count)
    for await results in group {
      for (index, text) in results { texts[index] = text }
    }
    return texts
  }
}
