/// Chooses the names of output files.
package enum OutputName {
  /// The extension of an output: one JSON record in one zstd frame.
  package static let recordExtension = ".json.zst"
  /// The extension of the note that stands beside a document in the folder of the failed ones.
  package static let noteExtension = ".error.json"

  // Endings that say how a page is stored, not what it is. They are taken off from the right, one of
  // each list at most, so `a.html.gz` becomes `a`.
  private static let compressionExtensions = [".gz", ".zst", ".zstd"]
  private static let pageExtensions = [
    ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".txt", ".warc",
  ]

  /// The output for the input of that name: `0001.json.zst` for `0001.html.gz`.
  ///
  /// - Parameters:
  ///   - input: The input's name.
  ///   - distinction: A text that tells apart two inputs whose outputs would share a name; it follows
  ///     the stem after a `-`.
  /// - Returns: An escaped name of at most 255 bytes.
  package static func record(for input: FileName, distinction: String? = nil) -> FileName {
    let ending = (distinction.map { "-" + $0 } ?? "") + recordExtension
    return name(escaping: stem(of: input), ending: ending)
  }

  /// The note about the failed document of that name: `a.html.error.json` for `a.html`.
  package static func note(for input: FileName) -> FileName {
    name(escaping: input.bytes, ending: noteExtension)
  }

  /// The identifier of the record of the input of that name: `0001` for `0001.html.gz`.
  package static func identifier(of input: FileName) -> String {
    NameEscaping.escape(stem(of: input))
  }

  /// The bytes of a name without the endings that say how a page is stored.
  package static func stem(of name: FileName) -> [UInt8] {
    var bytes = name.bytes[...]
    for extensions in [compressionExtensions, pageExtensions] {
      let ending = extensions.first {
        bytes.count > $0.utf8.count && bytes.endsIgnoringCase(with: $0)
      }
      if let ending { bytes = bytes.dropLast(ending.utf8.count) }
    }
    return Array(bytes)
  }

  private static func name(escaping bytes: [UInt8], ending: String) -> FileName {
    let limit = FileName.maximumLength - ending.utf8.count
    let stem = NameEscaping.shorten(Array(NameEscaping.escape(bytes).utf8), to: limit)
    return FileName(bytes: stem + Array(ending.utf8))
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with `ending`, whose letters are lower-case ASCII, in any case.
  fileprivate func endsIgnoringCase(with ending: String) -> Bool {
    let lowered = suffix(ending.utf8.count).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return lowered.elementsEqual(ending.utf8)
  }
}
