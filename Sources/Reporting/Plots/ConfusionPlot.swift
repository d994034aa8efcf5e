import Evaluation
import Extraction

/// Words by their true role and the one they were found under; each row is shares of the true role's words.
enum ConfusionPlot {
  private static let cell = 50.0
  private static let left = 84.0
  private static let top = 46.0

  /// Writes the plot.
  static func write(_ confusion: RoleConfusion, to writer: inout HTMLWriter) {
    let names = Role.allCases.map(\.name)
    let columns = names + ["missing"]
    let rows = names + ["invented"]
    let width = left + cell * Double(columns.count) + 4
    let height = top + 30 * Double(rows.count) + 4
    writer.element(
      "svg",
      [
        "class": "plot wide", "role": "img", "viewBox": "0 0 \(Int(width)) \(Int(height))",
        "aria-label": "Words by true role and found role; the table below has the same numbers",
      ]
    ) { writer in
      Draw.text("found as", at: (left, 14), anchor: "start", style: "dim", &writer)
      for (index, name) in columns.enumerated() {
        let x = left + cell * (Double(index) + 0.5)
        Draw.text(short(name), at: (x, top - 8), anchor: "middle", &writer)
      }
      for row in rows.indices { write(row, names: rows, confusion, to: &writer) }
    }
  }

  private static func write(
    _ row: Int, names: [String], _ confusion: RoleConfusion, to writer: inout HTMLWriter
  ) {
    let y = top + 30 * Double(row)
    let total = (0..<RoleConfusion.size).reduce(0) { $0 + confusion.words(of: row, foundAs: $1) }
    Draw.text(names[row], at: (left - 6, y + 19), anchor: "end", &writer)
    for column in 0..<RoleConfusion.size where row != RoleConfusion.none || column != row {
      let words = confusion.words(of: row, foundAs: column)
      let share = total > 0 ? words / total : 0
      let place = (x: left + cell * Double(column), y: y)
      let found = column == RoleConfusion.none ? "missing" : names[column]
      Draw.rectangle(place, width: cell, height: 30, "cell-ground", &writer)
      Draw.rectangle(
        place, width: cell, height: 30, "cell", opacity: share,
        hint: "\(names[row]) found as \(found): \(Int(words.rounded())) words", &writer)
      guard share >= 0.005 else { continue }
      Draw.text(
        "\(Int((share * 100).rounded())) %", at: (place.x + cell / 2, y + 19), anchor: "middle",
        style: share > 0.55 ? "over" : nil, &writer)
    }
  }

  private static func short(_ name: String) -> String {
    name.count > 8 ? name.prefix(6) + "." : name
  }
}
