/// Reads plain text into a ``BlockTree``: a paragraph a node, a line a block.
///
/// Paragraphs are parted by empty lines. The lines of a hard-wrapped paragraph are one block.
struct PlainTextReader {
  /// Lines of a hard-wrapped paragraph are at least this long, its last one aside; in characters.
  ///
  /// Mail and old text editors wrap at 65 to 80.
  private static let shortestWrappedLine = 55
  /// Lines of a hard-wrapped paragraph are at most this long; in characters.
  private static let longestWrappedLine = 100

  /// Reads the text into the builder's tree.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - builder: Takes in the lines; it has been begun and is ended here.
  static func read(_ text: Span<UInt8>, into builder: inout BlockTreeBuilder) {
    var paragraph: [Range<Int>] = []
    var position = 0
    while position < text.count {
      let end = ByteSearch.firstIndex(of: ASCII.lineFeed, in: text, from: position)
      if isBlank(text.extracting(position..<end)) {
        append(paragraph, of: text, to: &builder)
        paragraph.removeAll(keepingCapacity: true)
      } else {
        paragraph.append(position..<end)
      }
      position = end + 1
    }
    append(paragraph, of: text, to: &builder)
    builder.end()
  }

  private static func append(
    _ lines: [Range<Int>], of text: Span<UInt8>, to builder: inout BlockTreeBuilder
  ) {
    guard !lines.isEmpty else { return }
    let isWrapped = isWrapped(lines.map { characters(of: text.extracting($0)) })
    builder.startElement(.p, nameHash: 1, attributes: AttributeList())
    for (index, line) in lines.enumerated() {
      if index > 0, isWrapped {
        builder.appendText(lineBreak.span)
      } else if index > 0 {
        builder.startElement(.br, nameHash: 2, attributes: AttributeList())
        builder.endElement(.br)
      }
      builder.appendText(text.extracting(line))
    }
    builder.endElement(.p)
  }

  /// Whether lines of those lengths, in characters, are one wrapped paragraph.
  private static func isWrapped(_ lengths: [Int]) -> Bool {
    lengths.count > 1
      && lengths.dropLast().allSatisfy((shortestWrappedLine...longestWrappedLine).contains)
      && (lengths.last ?? 0) <= longestWrappedLine
  }

  private static func characters(of line: Span<UInt8>) -> Int {
    line.indices.reduce(0) { line[$1] & 0xc0 == 0x80 ? $0 : $0 + 1 }
  }

  private static func isBlank(_ line: Span<UInt8>) -> Bool {
    line.indices.allSatisfy { ASCII.isSpace(line[$0]) }
  }

  private static let lineBreak: [UInt8] = [ASCII.lineFeed]
}
