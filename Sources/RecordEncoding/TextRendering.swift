public import Extraction

/// The article of a record as plain text.
public enum TextRendering {
  /// The record's text and a line feed; nothing when there is no text.
  ///
  /// Control characters other than tabs and line feeds are left out: a terminal would obey them.
  public static func render(_ record: Record) -> String {
    record.text.isEmpty ? "" : PlainCharacters.kept(of: record.text) + "\n"
  }
}
