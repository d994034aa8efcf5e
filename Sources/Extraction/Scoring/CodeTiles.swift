internal import CModel

/// The columns that the trees look at, for some blocks of a page, as codes of one byte: tiles of 64 rows, slot after slot.
@safe
struct CodeTiles {
  /// Rows of a tile.
  static let tileRows = Int(WINNOW_TILE_ROWS)
  private static let tileSize = ModelColumns.count * tileRows

  /// The number of rows.
  private(set) var rowCount = 0
  /// The codes of the page's own columns.
  var pageCodes = [UInt8](repeating: 0, count: ModelColumns.pageCount)

  private let columns = ModelColumns.shipped
  private let scales: [ValueScale]
  /// The code of ``absent`` on each scale.
  private let absentCodes: [UInt8]
  private var codes: [UInt8] = []
  /// The element of each row.
  private var leaves: [UInt32] = []
  /// The distances from the rows' elements alone, where the page holds none.
  private var elementDistances = ElementDistances()
  private var hintDistances = HintDistances()
  /// The codes of one value, with room for the neighbours of the first and last block.
  private var coded: [UInt8] = []

  /// What a value past the ends of the page counts as.
  private static let absent: Float = -1

  /// Tiles without rows.
  init() {
    scales = (0..<FeatureLayout.Scales.count).map { ValueScale($0) }
    absentCodes = scales.map { $0.code(Self.absent) }
  }

  /// Fills the columns of the feature table for some blocks of a page.
  mutating func fill(
    _ part: borrowing PartFeatures, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) {
    rowCount = part.blocks.count
    codes.grow(toCount: tileCount * Self.tileSize)
    fillBlocks(part)
    fillElements(part)
    fillDistances(part, tree, features)
    for (slot, value) in columns.pages {
      pageCodes[slot] = scales[FeatureLayout.Scales.ofPages + value].code(part.pageValues[value, 0])
    }
  }

  /// Fills the columns of the context for the same blocks; it holds their values and those of their neighbours.
  mutating func fill(_ context: borrowing ContextTable, blocks: Range<Int>) {
    let margin = FeatureLayout.margin
    let near = Self.near(blocks, of: context.blockCount)
    let first = near.lowerBound - context.firstBlock
    for column in columns.context {
      code(
        context.blocks, column.value, things: first..<(first + near.count),
        FeatureLayout.Scales.ofContext + column.value)
      for (slot, offset) in column.slots {
        copy(to: slot, from: margin + blocks.lowerBound - near.lowerBound + offset)
      }
    }
    for (slot, value) in columns.pageContext {
      let scale = scales[FeatureLayout.Scales.ofPageContext + value]
      pageCodes[slot] = scale.code(context.page[value, 0])
    }
  }

  /// Some blocks of a page and those so near that their values stand in the rows.
  static func near(_ blocks: Range<Int>, of blockCount: Int) -> Range<Int> {
    let margin = FeatureLayout.margin
    return max(blocks.lowerBound - margin, 0)..<min(blocks.upperBound + margin, blockCount)
  }

  /// Makes room for rows whose codes are set one by one.
  mutating func reset(rowCount: Int) {
    self.rowCount = rowCount
    codes.reset(count: tileCount * Self.tileSize)
  }

  /// One code of a slot.
  subscript(slot: Int, row: Int) -> UInt8 {
    get { codes[place(slot, row)] }
    set { codes[place(slot, row)] = newValue }
  }

  private func place(_ slot: Int, _ row: Int) -> Int {
    row / Self.tileRows * Self.tileSize + slot * Self.tileRows + row % Self.tileRows
  }

  /// Calls `body` with the codes of each tile, its first row and how many rows it has.
  func forEachTile(_ body: (UnsafePointer<UInt8>, Range<Int>) -> Void) {
    unsafe codes.withUnsafeBufferPointer { codes in
      guard let base = codes.baseAddress else { return }
      for tile in 0..<tileCount {
        let first = tile * Self.tileRows
        unsafe body(base + tile * Self.tileSize, first..<min(first + Self.tileRows, rowCount))
      }
    }
  }

  private var tileCount: Int { (rowCount + Self.tileRows - 1) / Self.tileRows }

  private mutating func fillBlocks(_ part: borrowing PartFeatures) {
    for column in columns.blocks {
      code(
        part.blockValues, column.value, things: 0..<part.blockValues.count,
        FeatureLayout.Scales.ofBlocks + column.value)
      for (slot, offset) in column.slots {
        copy(to: slot, from: FeatureLayout.margin + part.rows.lowerBound + offset)
      }
    }
  }

  private mutating func fillElements(_ part: borrowing PartFeatures) {
    let count = part.places.blocks.count
    let first = part.rows.lowerBound
    for column in columns.ancestors {
      code(
        part.ancestorValues, column.value, things: 0..<part.ancestorValues.count,
        FeatureLayout.Scales.ofAncestors + column.value)
      for (slot, level) in column.slots {
        gather(to: slot, part.places.ancestorNumbers, from: level * count + first)
      }
    }
    for column in columns.cards {
      code(
        part.cardValues, column.value, things: 0..<part.cardValues.count,
        FeatureLayout.Scales.ofCards + column.value)
      for (slot, place) in column.slots {
        gather(to: slot, part.places.cardNumbers, from: place * count + first)
      }
    }
  }

  private mutating func fillDistances(
    _ part: borrowing PartFeatures, _ tree: borrowing BlockTree, _ features: borrowing PageFeatures
  ) {
    leaves.removeAll(keepingCapacity: true)
    for block in part.blocks { leaves.append(tree.blocks[block].leaf) }
    guard features.extent == .parts else {
      return gather(features.elementDistances.table, features.hintDistances.table)
    }
    elementDistances.compute(tree, of: leaves)
    hintDistances.compute(tree, of: leaves)
    for row in leaves.indices { leaves[row] = UInt32(row) }
    gather(elementDistances.table, hintDistances.table)
  }

  private mutating func gather(_ elements: DistanceTable, _ hints: DistanceTable) {
    for (slot, mark) in columns.elements { gather(to: slot, elements, mark: mark) }
    for (slot, mark) in columns.hints { gather(to: slot, hints, mark: mark) }
  }

  /// Codes one value of some things, after the margin and before another.
  private mutating func code(
    _ values: borrowing FeatureValues, _ value: Int, things: Range<Int>, _ scale: Int
  ) {
    let margin = FeatureLayout.margin
    // A copy takes whole tiles, the last of which may have fewer rows.
    let end = margin + things.count
    coded.grow(toCount: end + margin + Self.tileRows)
    for place in 0..<margin { coded[place] = absentCodes[scale] }
    for place in end..<(end + margin) { coded[place] = absentCodes[scale] }
    unsafe coded.withUnsafeMutableBufferPointer { coded in
      guard let base = coded.baseAddress else { return }
      unsafe values.withValues(value) { values in
        unsafe scales[scale].code(
          values + things.lowerBound, count: things.count, to: base + margin)
      }
    }
  }

  /// Makes a slot of the coded values from a place on.
  private mutating func copy(to slot: Int, from place: Int) {
    precondition(place >= 0 && place + rowCount <= coded.count, "values for each row")
    let tileCount = tileCount
    let tileRows = Self.tileRows
    unsafe coded.withUnsafeBufferPointer { coded in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        guard let source = coded.baseAddress, let target = codes.baseAddress else { return }
        for tile in 0..<tileCount {
          let count = min(tileRows, coded.count - place - tile * tileRows)
          unsafe (target + tile * Self.tileSize + slot * tileRows)
            .update(from: source + place + tile * tileRows, count: count)
        }
      }
    }
  }

  /// Makes a slot of the coded values of things by their numbers.
  private mutating func gather(to slot: Int, _ numbers: [UInt16], from place: Int) {
    precondition(place >= 0 && place + rowCount <= numbers.count, "a number for each row")
    let rowCount = Int32(rowCount)
    unsafe coded.withUnsafeBufferPointer { coded in
      unsafe numbers.withUnsafeBufferPointer { numbers in
        unsafe codes.withUnsafeMutableBufferPointer { codes in
          guard let coded = coded.baseAddress, let numbers = numbers.baseAddress,
            let target = codes.baseAddress
          else { return }
          // Numbers are those of things that were coded.
          unsafe winnow_gather_codes(
            coded + FeatureLayout.margin, numbers + place, rowCount,
            target + slot * Self.tileRows, Int32(Self.tileSize))
        }
      }
    }
  }

  /// Makes a slot of the distances from the rows' elements to a mark.
  private mutating func gather(to slot: Int, _ table: DistanceTable, mark: Int) {
    let rowCount = Int32(rowCount)
    unsafe leaves.withUnsafeBufferPointer { leaves in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe table.withWords { words in
          guard let leaves = leaves.baseAddress, let target = codes.baseAddress else { return }
          unsafe winnow_gather_distances(
            words, Int32(table.wordCount), Int32(mark), DistanceTable.none, leaves,
            rowCount, target + slot * Self.tileRows, Int32(Self.tileSize))
        }
      }
    }
  }
}
