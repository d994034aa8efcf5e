@testable import Extraction

/// A page that went through the reducer and the parser, as the extractor does it.
struct ParsedPage {
  let tree: BlockTree
  let builder: BlockTreeBuilder
  let features: PageFeatures

  init(_ markup: String, nodeLimit: Int = 4_000_000, depthLimit: Int = 100_000) throws {
    try self.init(text: Array(markup.utf8), nodeLimit: nodeLimit, depthLimit: depthLimit)
  }

  init(_ markup: [UInt8], nodeLimit: Int = 4_000_000, depthLimit: Int = 100_000) throws {
    var decoded: [UInt8] = []
    var decoder = PageDecoder()
    try decoder.withText(of: markup.span, context: PageContext(mediaType: .html)) { text, _ in
      decoded.append(copying: text)
    }
    try self.init(text: decoded, nodeLimit: nodeLimit, depthLimit: depthLimit)
  }

  private init(text: [UInt8], nodeLimit: Int, depthLimit: Int) throws {
    var reducer = MarkupReducer()
    reducer.reduce(text.span)
    var parser = try PageParser()
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: nodeLimit, depthLimit: depthLimit)
    parser.parse(&reducer.skeleton, of: text.span, into: &builder)
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
