extension BlockTreeBuilder {
  /// The longest cell of a row that is one block, in characters.
  ///
  /// A longer cell is a column of a layout table; the cells of data tables in the development pages stay
  /// under it in 99 of 100 rows.
  private static let longestCell: UInt32 = 400

  /// Makes one block of a table row whose cells hold a line of text each.
  ///
  /// Rows of layout tables, whose cells hold blocks or tables of their own, stay as they are.
  mutating func mergeCells(from first: Int, row: UInt32) {
    let count = tree.blocks.count - first
    guard count > 0 else { return }
    for index in first..<tree.blocks.count {
      let block = tree.blocks[index]
      guard block.flags.contains(.cell), !block.flags.contains(.followsLineBreak),
        block.characters <= Self.longestCell, isCell(block.node, of: row)
      else { return }
    }
    guard count > 1 else { return }
    var merged = tree.blocks[first]
    for index in (first + 1)..<tree.blocks.count {
      let block = tree.blocks[index]
      tree.text[Int(block.textStart) - 1] = ASCII.tab
      merged.characters += block.characters
      merged.linkCharacters += block.linkCharacters
      merged.textEnd = block.textEnd
    }
    merged.node = row
    merged.leaf = row
    merged.kind = .tableRow
    tree.blocks.removeSubrange((first + 1)...)
    tree.blocks[first] = merged
    tree.nodes[Int(row)].endBlock = UInt32(first + 1)
    for node in (Int(row) + 1)..<tree.nodes.count {
      tree.nodes[node].firstBlock = UInt32(first)
      tree.nodes[node].endBlock = UInt32(first)
    }
  }

  /// Whether the cell is the row's own and not that of a table inside the row; a form may stand between.
  private func isCell(_ node: UInt32, of row: UInt32) -> Bool {
    let parent = tree.nodes[Int(node)].parent
    return parent == row || tree.nodes[Int(parent)].parent == row
  }
}
