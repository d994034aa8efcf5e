/// Sets the items of nested lists, one line each.
///
/// ```
/// 1. first
///    - nested
/// 2. second
/// ```
struct MarkdownList {
  /// A list that is open while items are set.
  private struct Level {
    var ordered: Bool
    /// The number of the item that was set last.
    var number: Int
    /// The columns before the text of its items.
    var indentation: Int
  }

  /// The lines of the lists, without line feeds.
  private(set) var lines: [String] = []
  private var levels: [Level] = []

  /// Sets `items`.
  ///
  /// An item that is deeper than its place allows is set one level below the item above.
  init(_ items: [ListItem]) {
    for item in items { add(item) }
  }

  private mutating func add(_ item: ListItem) {
    let depth = min(item.depth, levels.count + 1)
    if levels.count > depth { levels.removeLast(levels.count - depth) }
    var level = Level(ordered: item.ordered, number: 0, indentation: 0)
    if levels.count == depth, let open = levels.popLast(), open.ordered == item.ordered {
      level = open
    }
    level.number += 1
    let marker = item.ordered ? "\(level.number). " : "- "
    let margin = levels.last?.indentation ?? 0
    level.indentation = margin + marker.utf8.count
    levels.append(level)
    lines.append(
      String(repeating: " ", count: margin) + marker + MarkdownEscaper.paragraph(item.text))
  }
}
