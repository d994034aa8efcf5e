/// The columns that the trees are fitted on, and the scales by which their values are coded.
///
/// One value gives many columns: that of a block stands in the rows of its neighbours too, that of an element in the rows
/// of all blocks in it. Such columns share a scale, so that a value has one code wherever it stands.
enum FeatureLayout {
  /// The values of a block.
  static let blockValues = names { $0.writeBlock(0, to: &$1) }
  /// The values of an element with blocks in it.
  static let ancestorValues = names { $0.writeAncestor(0, to: &$1) }
  /// The values of a repeated sibling.
  static let cardValues = names { $0.writeCard(0, to: &$1) }
  /// The values of a page.
  static let pageValues = names { $0.writePage(to: &$1) }

  /// The columns of the feature table, in their order; those of the page come last.
  static let columns: [FeatureColumn] =
    blockColumns + neighbourColumns + ancestorColumns + cardColumns + distanceColumns + pageColumns

  /// The columns that tell roles besides those of the table.
  static let contextColumns: [FeatureColumn] =
    ContextTable.blockValues.indices.flatMap { value in
      let offsets = value == 0 ? [0, -3, -2, -1, 1, 2, 3] : [0]
      return offsets.map { offset in
        column(ContextTable.blockValues[value], offset, .context(value: value, offset: offset))
      }
    }
    + ContextTable.pageValues.indices.map {
      FeatureColumn(name: ContextTable.pageValues[$0], source: .pageContext(value: $0))
    }

  /// The scales by which the values of the sources are coded: the first of each kind, and how many there are.
  ///
  /// Distances are small whole numbers, and their own codes.
  enum Scales {
    static let ofBlocks = 0
    static let ofAncestors = ofBlocks + blockValues.count
    static let ofCards = ofAncestors + ancestorValues.count
    static let ofPages = ofCards + cardValues.count
    static let ofContext = ofPages + pageValues.count
    static let ofPageContext = ofContext + ContextTable.blockValues.count
    static let count = ofPageContext + ContextTable.pageValues.count
  }

  /// The scale of a source; `nil` for distances.
  static func scale(of source: FeatureSource) -> Int? {
    switch source {
    case .block(let value, _): Scales.ofBlocks + value
    case .ancestor(let value, _): Scales.ofAncestors + value
    case .card(let value, _): Scales.ofCards + value
    case .page(let value): Scales.ofPages + value
    case .context(let value, _): Scales.ofContext + value
    case .pageContext(let value): Scales.ofPageContext + value
    case .element, .hint: nil
    }
  }

  /// How far away the blocks are whose values stand in a row, at most.
  static let margin = 4

  private static let neighbours: [(value: String, offsets: [Int])] = [
    ("words", [-4, -3, -2, -1, 1, 2, 3, 4]), ("linkDensity", [-4, -3, -2, -1, 1, 2, 3, 4]),
    ("sentenceMarks", [-4, -3, -2, -1, 1, 2, 3, 4]), ("kind", [-2, -1, 1, 2]),
    ("digits", [-2, -1, 1, 2]), ("mark.images", [1]),
  ]

  /// The levels whose marks are looked at: those of the innermost are the block's own.
  private static let markLevels = 1...3

  private static var blockColumns: [FeatureColumn] {
    blockValues.indices.map {
      FeatureColumn(name: blockValues[$0], source: .block(value: $0, offset: 0))
    }
  }

  private static var neighbourColumns: [FeatureColumn] {
    neighbours.flatMap { neighbour in
      guard let value = blockValues.firstIndex(of: neighbour.value) else {
        preconditionFailure("no value of blocks is named \(neighbour.value)")
      }
      return neighbour.offsets.map {
        column(neighbour.value, $0, .block(value: value, offset: $0))
      }
    }
  }

  private static var ancestorColumns: [FeatureColumn] {
    (0..<BlockPlaces.levelCount).flatMap { level in
      ancestorValues.indices.compactMap { value in
        let source = FeatureSource.ancestor(value: value, level: level)
        let name = ancestorValues[value].dropFirst("ancestor.".count)
        guard name.hasPrefix("mark.") else {
          return FeatureColumn(name: "ancestor[\(level)].\(name)", source: source)
        }
        guard markLevels.contains(level) else { return nil }
        return FeatureColumn(
          name: "mark[\(level)].\(name.dropFirst("mark.".count))", source: source)
      }
    }
  }

  private static var cardColumns: [FeatureColumn] {
    [false, true].flatMap { isOutermost in
      cardValues.indices.map { value in
        FeatureColumn(
          name: (isOutermost ? "row." : "card.") + cardValues[value].dropFirst("card.".count),
          source: .card(value: value, isOutermost: isOutermost))
      }
    }
  }

  private static var distanceColumns: [FeatureColumn] {
    ElementDistances.elements.indices.map {
      FeatureColumn(
        name: "above.\(ElementDistances.elements[$0].name)", source: .element(mark: $0))
    }
      + (0..<HintDistances.hintCount).map {
        FeatureColumn(name: "hint.\(ClassHintTokens.name(ofBit: $0))", source: .hint(mark: $0))
      }
  }

  private static var pageColumns: [FeatureColumn] {
    pageValues.indices.map { FeatureColumn(name: pageValues[$0], source: .page(value: $0)) }
  }

  private static func column(_ name: String, _ offset: Int, _ source: FeatureSource)
    -> FeatureColumn
  {
    FeatureColumn(name: offset == 0 ? name : "\(name)[\(offset)]", source: source)
  }

  private static func names(_ write: (FeatureRows, inout FeatureNames) -> Void) -> [String] {
    let tree = BlockTree.single
    var features = PageFeatures()
    features.compute(tree, declarations: PageDeclarations())
    var places = BlockPlaces()
    places.read(tree, features, blocks: tree.blocks.indices)
    var sink = FeatureNames()
    write(FeatureRows(tree: tree, features: features, places: places), &sink)
    return sink.names
  }
}

extension BlockTree {
  /// A page of one paragraph.
  static let single: BlockTree = {
    var builder = BlockTreeBuilder()
    builder.begin(nodeLimit: 8, depthLimit: 8)
    builder.startElement(.p, nameHash: 0, attributes: AttributeList())
    builder.appendText([UInt8]("a".utf8).span)
    builder.endElement(.p)
    builder.end()
    return builder.tree
  }()
}
