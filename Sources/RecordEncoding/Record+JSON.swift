public import Extraction

extension Record {
  /// Writes the record as one `winnow.record/1` object.
  ///
  /// The members and their order are those of `Schemas/winnow.record.1.schema.json`. A value that the
  /// page does not give is `null`; only `level` and `path` of a block are left out where they do not
  /// apply.
  public func write(to writer: inout JSONWriter) {
    if blocks.count > Self.mostCommonBlocks || text.utf8.count > Self.longestCommonText {
      writer.reserve(expectedLength)
    }
    writer.beginObject()
    writeOrigin(to: &writer)
    writeMetadata(to: &writer)
    writeContent(to: &writer)
    writer.key("extractor")
    extractor.write(to: &writer)
    writer.endObject()
  }

  /// Blocks and bytes of text of a record whose buffer may grow as it is filled.
  private static let mostCommonBlocks = 20_000
  private static let longestCommonText = 4 << 20

  /// The length of the JSON in bytes where little has to be escaped, or somewhat more.
  private var expectedLength: Int {
    // Names, numbers and signs of a block take 80 to 100 bytes.
    blocks.reduce(text.utf8.count + 4096) {
      $0 + $1.text.utf8.count + ($1.path?.utf8.count ?? 0) + 100
    }
  }

  private func writeOrigin(to writer: inout JSONWriter) {
    writer.key("schema")
    writer.string(Self.schema)
    writer.key("id")
    writer.string(id)
    writer.key("source")
    source.write(to: &writer)
    writer.key("status")
    writer.string(status.rawValue)
    writer.key("reason")
    writer.string(reason?.rawValue)
    writer.key("limits")
    writer.strings(limits.lazy.map(\.rawValue))
    writer.key("pageType")
    writer.string(pageType?.name)
    writer.key("pageTypeProbability")
    writer.number(pageTypeProbability)
    writer.key("confidence")
    writer.number(confidence)
  }

  private func writeMetadata(to writer: inout JSONWriter) {
    writer.key("language")
    writer.string(metadata.language)
    writer.key("title")
    writer.string(metadata.title)
    writer.key("author")
    writer.string(metadata.author)
    writer.key("published")
    writer.string(metadata.published)
    writer.key("modified")
    writer.string(metadata.modified)
    writer.key("site")
    writer.string(metadata.site)
    writer.key("canonical")
    writer.string(metadata.canonical)
    writer.key("description")
    writer.string(metadata.description)
    writer.key("image")
    writer.string(metadata.image)
    writer.key("categories")
    writer.strings(metadata.categories)
    writer.key("tags")
    writer.strings(metadata.tags)
    writer.key("license")
    writer.string(metadata.license)
  }

  private func writeContent(to writer: inout JSONWriter) {
    writer.key("text")
    writer.string(text)
    writer.key("blocks")
    writer.beginArray()
    // Written in place: a copy of each would count the references to its strings.
    for index in blocks.indices { blocks[index].write(to: &writer) }
    writer.endArray()
    writeCollections(to: &writer)
    writer.key("counts")
    writer.beginObject()
    for (role, count) in zip(Role.allCases, wordCounts) {
      writer.key(role.name)
      writer.integer(count)
    }
    writer.endObject()
  }
}

extension Record {
  /// Writes the captions and the comments, each a list of objects.
  fileprivate func writeCollections(to writer: inout JSONWriter) {
    writer.key("captions")
    writer.beginArray()
    for caption in captions {
      writer.beginObject()
      writer.key("text")
      writer.string(caption.text)
      writer.endObject()
    }
    writer.endArray()
    writer.key("comments")
    writer.beginArray()
    for comment in comments {
      writer.beginObject()
      writer.key("author")
      writer.string(comment.author)
      writer.key("published")
      writer.string(comment.published)
      writer.key("text")
      writer.string(comment.text)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// Writes an array of strings.
  mutating func strings(_ values: some Sequence<String>) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
