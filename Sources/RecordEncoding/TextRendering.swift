public import Extraction

/// The article of a record as plain text.
public enum TextRendering {
  /// The record's text and a line feed; nothing when there is no text.
  public static func render(_ record: Record) -> String {
    record.text.isEmpty ? "" : record.text + "\n"
  }
}
