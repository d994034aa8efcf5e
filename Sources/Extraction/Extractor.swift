/// Reads pages: bytes in, record out.
///
/// An extractor keeps its buffers from page to page, so use one for many pages. It is confined to one
/// thread at a time.
public final class Extractor {
  private let options: ExtractionOptions
  private let assembler: RecordAssembler
  private var decoder = PageDecoder()
  private var reducer = MarkupReducer()
  private var parser: PageParser?
  private var builder = BlockTreeBuilder()
  private var features = PageFeatures()
  private var labeller = PageLabeller()
  /// Takes in what the labelling does, while a page is explained.
  private var trace: LabelTrace?
  private var labels: PageLabels?

  /// An extractor with the given options.
  public init(options: ExtractionOptions = ExtractionOptions()) {
    self.options = options
    assembler = RecordAssembler(options: options)
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
    of page: Span<UInt8>, id: String, source: SourceDescription,
    context: PageContext = PageContext()
  ) -> Record {
    var record = Record(id: id, source: source, status: .ok)
    let isHTML = readTree(of: page, context, into: &record)
    fill(&record, isHTML: isHTML, savesMemory: isLarge(byteCount: page.count))
    return record
  }

  /// The record of one page whose bytes nobody else needs: those of a long one are given back before most of the work.
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
    of page: consuming [UInt8], id: String, source: SourceDescription,
    context: PageContext = PageContext()
  ) -> Record {
    var record = Record(id: id, source: source, status: .ok)
    let isHTML = readTree(of: page.span, context, into: &record)
    let savesMemory = isLarge(byteCount: page.count)
    if savesMemory {
      page = []
      decoder = PageDecoder()
    }
    fill(&record, isHTML: isHTML, savesMemory: savesMemory)
    return record
  }

  /// Makes the tree of a page, after which its bytes are not looked at any more.
  ///
  /// - Returns: Whether it is markup; `nil` when it could not be read, as the record says then.
  private func readTree(
    of page: Span<UInt8>, _ context: PageContext, into record: inout Record
  ) -> Bool? {
    record.source.url = record.source.url ?? context.url
    var isHTML: Bool?
    do {
      if parser == nil { parser = try PageParser() }
      try decoder.withText(of: page, context: context) { text, decoded in
        record.source.mediaType = decoded.mediaType
        record.source.encoding = decoded.encoding
        isHTML = decoded.isHTML
        if decoded.isHTML { readMarkup(text, context) } else { readText(text) }
      }
    } catch {
      record.fail(error)
    }
    return isHTML
  }

  /// Fills the record of a page whose tree is made.
  private func fill(_ record: inout Record, isHTML: Bool?, savesMemory: Bool) {
    defer { if savesMemory { dropBuffers() } }
    guard let isHTML else { return }
    let labels =
      isHTML ? markupLabels(savesMemory: savesMemory) : textLabels(savesMemory: savesMemory)
    if trace != nil { self.labels = labels }
    if savesMemory {
      labeller = PageLabeller()
      features.dropAllButRecord()
    }
    assembler.fill(&record, from: builder.tree, features, labels)
    record.metadata = metadata(labels, isHTML: isHTML)
    record.comments = comments(labels, language: record.metadata.language)
  }

  /// Whether a page whose tree is made is so large that memory is saved at the cost of time: some 40 % of it where there
  /// are many blocks, since the rows of blocks are made twice.
  private func isLarge(byteCount: Int) -> Bool {
    trace == nil
      && (byteCount > Self.longestCommonPage
        || builder.tree.blocks.count > Self.mostBlocksOfACommonPage)
  }

  /// A page longer than this gives its buffers back, in bytes: the next ones are hardly as long.
  private static let longestCommonPage = 8 << 20
  /// So does one with more blocks than this, whose values take 100 MB.
  private static let mostBlocksOfACommonPage = 100_000

  private func dropBuffers() {
    decoder = PageDecoder()
    reducer = MarkupReducer()
    builder = BlockTreeBuilder()
    features = PageFeatures()
    labeller = PageLabeller()
  }

  /// The labels of markup whose tree is made.
  private func markupLabels(savesMemory: Bool = false) -> PageLabels {
    features.compute(
      builder.tree, declarations: builder.declarations, extent: savesMemory ? extent : .whole)
    return options.usesModel
      ? labeller.labels(
        builder.tree, features, precisionBias: options.precisionBias, trace: trace)
      : labeller.ruleLabels(builder.tree, features, trace: trace)
  }

  /// The labels of a plain text whose tree is made.
  private func textLabels(savesMemory: Bool) -> PageLabels {
    features.compute(
      builder.tree, declarations: builder.declarations, extent: savesMemory ? .lines : .whole)
    return labeller.textLabels(builder.tree, features, trace: trace)
  }

  /// The tree of markup.
  private func readMarkup(_ text: Span<UInt8>, _ context: PageContext) {
    reducer.reduce(text, elementLimit: elementLimit(of: text))
    readTree(text, context)
    guard reducer.isCut, !builder.isStopped else { return }
    // Most of its elements stand where the tree has none, so that the limit is not reached by those before the cut.
    reducer.reduce(text)
    readTree(text, context)
  }

  /// The elements of a long page from which on the tree, which has a limit, is hardly ever made.
  private func elementLimit(of text: Span<UInt8>) -> Int {
    guard text.count > Self.longestCommonPage, options.nodeLimit < text.count else { return .max }
    return options.nodeLimit + options.nodeLimit / 8
  }

  /// How much of a long page's features is held at once.
  private var extent: PageExtent {
    guard options.usesModel else { return .rules }
    // Pages of few blocks may be labelled by the rules in the end.
    return builder.tree.blocks.count > Thresholds.fewestBlocksOfASite ? .parts : .whole
  }

  /// The tree of a page that was reduced.
  private func readTree(_ text: Span<UInt8>, _ context: PageContext) {
    builder.begin(nodeLimit: options.nodeLimit, depthLimit: options.depthLimit)
    parser?.parse(&reducer.skeleton, of: text, into: &builder)
    // Only the parse reads it, and that of a large page is large.
    if isLarge(byteCount: text.count) { reducer.skeleton = PageSkeleton() }
    if reducer.openElements.isLimited { builder.note(.depth) }
    builder.declarations.jsonLD = reducer.structuredData.map {
      String(copying: text.extracting($0))
    }
    builder.declarations.url = context.url
  }

  /// The tree of plain text.
  private func readText(_ text: Span<UInt8>) {
    builder.begin(nodeLimit: options.nodeLimit, depthLimit: options.depthLimit)
    PlainTextReader.read(text, into: &builder)
  }

  /// The readers' comments, where the record is to list blocks of that role.
  private func comments(_ labels: PageLabels, language: String?) -> [RecordComment] {
    guard options.roles.contains(.comment), labels.roles.contains(.comment) else { return [] }
    features.restoreStatistics(builder.tree)
    let page = CommentPage(
      builder.tree, features, roles: labels.roles, builder: builder,
      reader: DateReader(language: language))
    return CommentReader(page).comments()
  }

  /// What the page says of itself; a plain text says what its headline and byline say.
  private func metadata(_ labels: PageLabels, isHTML: Bool) -> Metadata {
    // Who wrote a comment, and when, is nothing of the page's own.
    let roles = labels.roles
    let isInComment = { (block: Int) in roles.indices.contains(block) && roles[block] == .comment }
    var bylines = builder.bylineCandidates
    var declarations = builder.declarations
    if roles.contains(.comment) {
      bylines.removeAll { isInComment($0.block) }
      declarations.times.removeAll { isInComment($0.block) }
    }
    guard isHTML else {
      let outline = OutlineReader.outline(of: builder.tree, roles: roles)
      return MetadataReader().read(declarations, outline: outline)
    }
    let outline = OutlineReader.outline(of: builder.tree, bylineCandidates: bylines)
    return MetadataReader().read(declarations, outline: outline) { blocks in
      OutlineReader.shortTexts(of: self.builder.tree, in: blocks, roles: roles)
    }
  }
}

extension Extractor {
  /// The record of one page, and why each of its blocks has its role.
  ///
  /// It costs some milliseconds a block, where a record costs some microseconds.
  ///
  /// - Parameters:
  ///   - page: The page's bytes, decompressed, in any encoding.
  ///   - id: The record's identifier.
  ///   - source: Where the bytes came from.
  ///   - context: What is known besides the bytes.
  /// - Returns: The explanation; without blocks when the page could not be read.
  public func explanation(
    of page: Span<UInt8>, id: String, source: SourceDescription,
    context: PageContext = PageContext()
  ) -> PageExplanation {
    let trace = LabelTrace()
    self.trace = trace
    defer {
      self.trace = nil
      labels = nil
      if page.count > Self.longestCommonPage { dropBuffers() }
    }
    var explanation = PageExplanation(
      record: record(of: page, id: id, source: source, context: context))
    guard let labels, explanation.record.status != .failed else { return explanation }
    let tracer = PageTracer(builder.tree, features, labels, trace)
    explanation.blocks = tracer.blocks()
    explanation.cut = tracer.cut
    return explanation
  }

  /// A page of markup with the roles of its text written into it, for a person to correct.
  ///
  /// - Returns: The draft, or `nil` when the bytes are no markup.
  public func annotatedDraft(
    of page: Span<UInt8>, context: PageContext = PageContext()
  ) -> AnnotatedDraft? {
    var draft: AnnotatedDraft?
    do {
      if parser == nil { parser = try PageParser() }
      try decoder.withText(of: page, context: context) { text, decoded in
        guard decoded.isHTML else { return }
        readMarkup(text, context)
        let labels = markupLabels()
        draft = DraftWriter.draft(text, builder.tree, roles: labels.roles)
      }
    } catch {
      return nil
    }
    return draft
  }

  /// The features of the blocks of a page of markup, for fitting a model.
  public func features(of page: Span<UInt8>, context: PageContext = PageContext()) -> BlockFeatures
  {
    var result = BlockFeatures()
    do {
      if parser == nil { parser = try PageParser() }
      try decoder.withText(of: page, context: context) { text, decoded in
        guard decoded.isHTML else { return }
        readMarkup(text, context)
        features.compute(builder.tree, declarations: builder.declarations)
        var table = FeatureTable()
        table.compute(builder.tree, features, blocks: builder.tree.blocks.indices)
        result = BlockFeatures(builder.tree, values: table.values)
      }
    } catch {
      return result
    }
    return result
  }

  /// Runs the pipeline on a page of markup through a stage, for measuring what stages cost.
  ///
  /// - Parameters:
  ///   - page: The page's bytes.
  ///   - stage: The last stage that is run.
  public func run(_ page: Span<UInt8>, through stage: ExtractionStage) {
    if stage == .assemble {
      _ = record(
        of: page, id: "",
        source: SourceDescription(name: "", byteCount: page.count, sha256: ""))
      return
    }
    let context = PageContext()
    do {
      if parser == nil { parser = try PageParser() }
      try decoder.withText(of: page, context: context) { text, _ in
        if stage.rawValue >= ExtractionStage.reduce.rawValue { reducer.reduce(text) }
        if stage.rawValue >= ExtractionStage.parse.rawValue { readTree(text, context) }
        if stage.rawValue >= ExtractionStage.features.rawValue {
          features.compute(builder.tree, declarations: builder.declarations)
        }
        if stage.rawValue >= ExtractionStage.label.rawValue {
          _ = labeller.labels(
            builder.tree, features, precisionBias: options.precisionBias, trace: nil)
        }
      }
    } catch {
      // A page that is no markup costs what it took to see that.
      return
    }
  }
}
