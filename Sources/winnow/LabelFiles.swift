import Extraction
import RecordEncoding

/// The files of a corpus that go with a draft, laid out for people: a field or a block on each line.
enum LabelFiles {
  /// What Python, which writes the pages of a corpus, calls the encodings for which it has other names, or
  /// whose names mean less than they do on the web.
  private static let pythonNames = [
    "euc-kr": "cp949", "ibm866": "cp866", "iso-8859-8-i": "iso-8859-8", "macintosh": "mac-roman",
    "shift_jis": "cp932", "windows-874": "cp874", "x-mac-cyrillic": "mac-cyrillic",
  ]

  /// `page.json`: what is known of the page.
  static func page(_ record: Record) -> [UInt8] {
    var fields: [(String, String?)] = [
      ("url", record.source.url ?? record.metadata.canonical),
      ("pageType", (record.pageType ?? .article).name), ("language", record.metadata.language),
      ("title", record.metadata.title), ("author", record.metadata.author),
      ("published", record.metadata.published.map { String($0.prefix(10)) }),
    ]
    if let encoding = record.source.encoding, encoding != "UTF-8" {
      let name = encoding.lowercased()
      fields.append(("encoding", pythonNames[name] ?? name))
    }
    let lines = fields.map { " \(json($0)): \(json($1))" } + [" \"heldOut\": false"]
    return Array(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8)
  }

  /// `NAME.roles.json`: the role of every line of a dump.
  static func dump(_ record: Record) -> [UInt8] {
    let fields: [(String, String?)] = [
      ("id", record.id), ("title", record.metadata.title), ("author", record.metadata.author),
      ("published", record.metadata.published.map { String($0.prefix(10)) }),
    ]
    let blocks = record.blocks.map { block in
      "  {\n   \"role\": \(json(block.role.name)),\n   \"text\": \(json(block.text))\n  }"
    }
    let head = fields.map { " \(json($0)): \(json($1)),\n" }.joined()
    return Array(
      ("{\n" + head + " \"blocks\": [\n" + blocks.joined(separator: ",\n") + "\n ]\n}\n").utf8)
  }

  private static func json(_ text: String?) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
