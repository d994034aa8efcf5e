import Intake

/// Chooses the names of output files.
package enum OutputName {
  /// The extension of an output: one JSON record in one zstd frame.
  package static let recordExtension = ".json.zst"
  /// The extension of the note that stands beside a document in the folder of the failed ones.
  package static let noteExtension = ".error.json"

  /// The output for the input of that name: `0001.json.zst` for `0001.html.gz`.
  ///
  /// - Parameters:
  ///   - input: The input's name.
  ///   - distinction: A text that tells apart two inputs whose outputs would share a name; it follows
  ///     the stem after a `-`.
  /// - Returns: An escaped name of at most 255 bytes.
  package static func record(for input: FileName, distinction: String? = nil) -> FileName {
    let ending = (distinction.map { "-" + $0 } ?? "") + recordExtension
    return name(identifier(of: input), ending: ending)
  }

  /// What the output of a page of a container is named after: `crawl-000017` for page 17 of `crawl.warc.gz`.
  package static func page(_ ordinal: Int, of container: FileName) -> FileName {
    let name = container.escaped
    // Endings are ASCII, so as many bytes go from the name itself as from its escaped form.
    let ending = name.utf8.count - DocumentName.identifier(of: name).utf8.count
    return FileName(bytes: container.bytes.dropLast(ending) + DocumentName.suffix(of: ordinal).utf8)
  }

  /// The note about the failed document of that name: `a.html.error.json` for `a.html`.
  package static func note(for input: FileName) -> FileName {
    name(input.escaped, ending: noteExtension)
  }

  /// The identifier of the record of the input of that name: `0001` for `0001.html.gz`.
  package static func identifier(of input: FileName) -> String {
    DocumentName.identifier(of: input.escaped)
  }

  private static func name(_ text: String, ending: String) -> FileName {
    let limit = FileName.maximumLength - ending.utf8.count
    let stem = NameEscaping.shorten(Array(text.utf8), to: limit)
    return FileName(bytes: stem + Array(ending.utf8))
  }
}
