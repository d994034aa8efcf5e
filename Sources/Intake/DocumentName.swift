/// The identifier that a file's name gives its record.
public enum DocumentName {
  /// Endings of compressed files, lower case.
  private static let compressions = [".gz", ".gzip", ".zst", ".zstd"]
  /// Endings of pages, lower case.
  private static let pages = [".html", ".htm", ".xhtml", ".xht", ".shtml", ".txt"]

  /// The name without the endings of compression and then without the one of a page.
  ///
  /// `bees.html.gz` gives `bees`. Case does not matter, and a name is never taken away altogether.
  public static func identifier(of name: String) -> String {
    var rest = name[...]
    while let shorter = removing(Self.compressions, from: rest) { rest = shorter }
    return String(removing(Self.pages, from: rest) ?? rest)
  }

  private static func removing(_ endings: [String], from name: Substring) -> Substring? {
    let lowercased = name.lowercased()
    for ending in endings where lowercased.hasSuffix(ending) && name.count > ending.count {
      return name.dropLast(ending.count)
    }
    return nil
  }
}
