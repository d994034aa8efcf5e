@testable import Extraction

/// A page that went through the reducer and the parser, as the extractor does it.
struct ParsedPage {
  let tree: BlockTree
  let builder: BlockTreeBuilder
  let features: PageFeatures

  init(_ markup: String, nodeLimit: Int = 4_000_000, depthLimit: Int = 100_000) throws {
    var reducer = MarkupReducer()
    reducer.reduce(Array(markup.utf8).span)
    try self.init(reduced: reducer.output, nodeLimit: nodeLimit, depthLimit: depthLimit)
  }

  init(_ markup: [UInt8], nodeLimit: Int = 4_000_000, depthLimit: Int = 100_000) throws {
    var reducer = MarkupReducer()
    var decoder = PageDecoder()
    try decoder.withText(of: markup.span, context: PageContext(mediaType: .html)) { text, _ in
      reducer.reduce(text)
    }
    try self.init(reduced: reducer.output, nodeLimit: nodeLimit, depthLimit: depthLimit)
  }

  private init(reduced: [UInt8], nodeLimit: Int, depthLimit: Int) throws {
    var parser = try PageParser()
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: nodeLimit, depthLimit: depthLimit)
    parser.parse(reduced.span, into: &builder)
    self.builder = builder
    tree = builder.tree
    var features = PageFeatures()
    features.compute(tree, declarations: builder.declarations)
    self.features = features
  }

  /// The texts of the blocks.
  var texts: [String] { tree.blocks.map { tree.string(of: $0) } }

  /// The kinds of the blocks.
  var kinds: [BlockKind] { tree.blocks.map(\.kind) }

  /// The indices of the elements of that name.
  func nodes(_ name: ElementName) -> [Int] {
    tree.nodes.indices.filter { tree.nodes[$0].name == name }
  }

  /// The index of the block with that text.
  func block(_ text: String) -> Int? { texts.firstIndex(of: text) }
}

/// The page as the reducer leaves it.
func reduced(_ markup: String) -> String {
  var reducer = MarkupReducer()
  reducer.reduce(Array(markup.utf8).span)
  return String(decoding: reducer.output, as: UTF8.self)
}
