import Extraction

extension ExtractorDescription {
  /// Writes the `extractor` object of a record, options in the order of their names.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.string(name)
    writer.key("version")
    writer.string(version)
    writer.key("model")
    writer.string(model)
    writer.key("options")
    writer.beginObject()
    for (name, value) in options.sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      writer.string(value)
    }
    writer.endObject()
    writer.endObject()
  }
}
