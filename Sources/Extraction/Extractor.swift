/// Reads pages: bytes in, record out.
///
/// An extractor keeps its buffers from page to page, so use one for many pages. It is confined to one
/// thread at a time.
public final class Extractor {
  private let options: ExtractionOptions
  private var reducer = MarkupReducer()
  private var parser: PageParser?
  private var builder = BlockTreeBuilder()
  private var features = PageFeatures()
  private var table = FeatureTable()

  /// An extractor with the given options.
  public init(options: ExtractionOptions = ExtractionOptions()) {
    self.options = options
  }

  /// The record of one page.
  ///
  /// Nothing is thrown: a page that cannot be read gives a record with status `failed` and its reason.
  ///
  /// - Parameters:
  ///   - page: The page's bytes, decompressed, in any encoding.
  ///   - id: The record's identifier.
  ///   - source: Where the bytes came from; media type and encoding are filled in.
  ///   - context: What is known besides the bytes.
  /// - Returns: The record.
  public func record(
    of page: Span<UInt8>, id: String, source: SourceDescription, context: PageContext = PageContext()
  ) -> Record {
    var record = Record(id: id, source: source, status: .ok)
    do {
      if parser == nil { parser = try PageParser() }
      reducer.reduce(page)
      builder.begin(nodeLimit: options.nodeLimit, depthLimit: options.depthLimit)
      parser?.parse(reducer.output.span, into: &builder)
      builder.declarations.jsonLD = reducer.structuredData.map { String(copying: page.extracting($0)) }
      features.compute(builder.tree, declarations: builder.declarations)
      let scores = RuleScorer().scores(builder.tree, features)
      var texts: [String] = []
      for index in builder.tree.blocks.indices where scores[index] >= 0.5 {
        texts.append(builder.tree.string(of: builder.tree.blocks[index]))
      }
      record.text = texts.joined(separator: "\n\n")
    } catch {
      record.status = .failed
    }
    return record
  }
}

extension Extractor {
  /// The features of a page's blocks, for fitting.
  public func features(of page: Span<UInt8>) -> BlockFeatures {
    do {
      if parser == nil { parser = try PageParser() }
    } catch { return BlockFeatures(values: [], texts: [], kinds: []) }
    reducer.reduce(page)
    builder.begin(nodeLimit: options.nodeLimit, depthLimit: options.depthLimit)
    parser?.parse(reducer.output.span, into: &builder)
    builder.declarations.jsonLD = reducer.structuredData.map { String(copying: page.extracting($0)) }
    features.compute(builder.tree, declarations: builder.declarations)
    table.compute(builder.tree, features)
    return BlockFeatures(
      values: table.values, texts: builder.tree.blocks.map { builder.tree.string(of: $0) },
      kinds: builder.tree.blocks.map { builder.tree.path(of: $0) })
  }
}
/// x
public struct BlockFeatures {
  /// x
  public var values: [Float]
  /// x
  public var texts: [String]
  /// x
  public var kinds: [String]
  /// x
  public static var columns: [String] { FeatureTable.columnNames }
}
