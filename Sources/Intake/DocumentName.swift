/// The identifier that a file's name gives its record.
public enum DocumentName {
  /// Endings of compressed files, lower case.
  private static let compressions = [".gz", ".gzip", ".zst", ".zstd"]
  /// Endings of files of JSON lines, lower case.
  private static let lines = [".ndjson", ".jsonl"]
  /// Endings of pages and of what holds them, lower case.
  private static let pages = [
    ".html", ".htm", ".xhtml", ".xht", ".shtml", ".txt", ".warc", ".mhtml", ".mht", ".ndjson",
    ".jsonl",
  ]

  /// The name without the endings of compression and then without the one of a page.
  ///
  /// `bees.html.gz` gives `bees`. Case does not matter, and a name is never taken away altogether.
  public static func identifier(of name: String) -> String {
    var rest = name[...]
    while let shorter = removing(Self.compressions, from: rest) { rest = shorter }
    return String(removing(Self.pages, from: rest) ?? rest)
  }

  /// Whether a name ends as those of files of JSON lines do, compressed or not.
  static func isOfLines(_ name: String) -> Bool {
    var rest = name[...]
    while let shorter = removing(Self.compressions, from: rest) { rest = shorter }
    return removing(lines, from: rest) != nil
  }

  /// The identifier of a page of a container: `crawl-000017` is the 17th of `crawl.warc.gz`.
  public static func identifier(of container: String, ordinal: Int) -> String {
    identifier(of: container) + suffix(of: ordinal)
  }

  /// What follows the identifier of a container in that of its page of that number: `-000017`.
  package static func suffix(of ordinal: Int) -> String {
    let digits = String(ordinal)
    return "-" + String(repeating: "0", count: max(0, Self.ordinalDigits - digits.count)) + digits
  }

  // Enough for containers of a million pages to be sorted by name.
  private static let ordinalDigits = 6

  private static func removing(_ endings: [String], from name: Substring) -> Substring? {
    let lowercased = name.lowercased()
    for ending in endings where lowercased.hasSuffix(ending) && name.count > ending.count {
      return name.dropLast(ending.count)
    }
    return nil
  }
}
