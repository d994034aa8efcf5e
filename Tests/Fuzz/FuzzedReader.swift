@testable import Extraction
@testable import Spool

/// An input read by one of the small readers, which the first byte chooses.
struct FuzzedReader {
  private let choice: Int
  private let bytes: [UInt8]

  private static let languages: [String?] = [
    nil, "en", "en-GB", "de", "fr", "es", "ru", "ja", "zh",
  ]

  init(_ input: [UInt8]) {
    choice = Int(input.first ?? 0)
    bytes = Array(input.dropFirst())
  }

  /// Reads the bytes.
  func run() {
    switch choice % 4 {
    case 0: readLinkedData()
    case 1: readDates()
    case 2: readName()
    // The kernel puts no slash in a name.
    default: _ = InotifyEvent.events(in: bytes.filter { $0 != UInt8(ascii: "/") }[...])
    }
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  private func readLinkedData() {
    let parts = text.split(separator: "\n\n").map(String.init)
    let data = LinkedData(scripts: parts) { $0["url"]?.text == "https://example.org/" }
    for name in ["headline", "author", "datePublished", "image", "publisher", "keywords"] {
      _ = data.text(name)
    }
  }

  private func readDates() {
    let reader = DateReader(language: Self.languages[choice / 4 % Self.languages.count])
    _ = reader.declared(text)
    _ = reader.shown(in: text)
    _ = DateReader.inPath(of: text)
  }

  /// Names of any bytes that a file can have stay within the limits of names, and tell no lies.
  private func readName() {
    let legal = bytes.filter { $0 != 0 && $0 != UInt8(ascii: "/") }.prefix(FileName.maximumLength)
    guard !legal.isEmpty else { return }
    let name = FileName(bytes: Array(legal))
    let outputs = [
      OutputName.record(for: name), OutputName.record(for: name, distinction: "0123456789ab"),
      OutputName.note(for: name), name.numbered(2), name.numbered(99_999),
    ]
    for output in outputs {
      precondition(output.bytes.count <= FileName.maximumLength, "names fit their limit")
    }
    precondition(outputs[0] != outputs[1], "a distinction distinguishes")
    let escaped = name.escaped.unicodeScalars
    precondition(
      escaped.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "no control character is left")
    _ = TemporaryNames.contains(name)
  }
}
