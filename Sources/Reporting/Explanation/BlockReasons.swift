import Extraction

/// A block with its reasons as an item of a list.
struct BlockReasons {
  private let block: BlockTrace

  /// The reasons of a block.
  init(_ block: BlockTrace) { self.block = block }

  /// Writes the item.
  func writeItem(_ index: Int, to writer: inout HTMLWriter) {
    let kind = block.isHidden ? block.kind.name + " hidden-block" : block.kind.name
    writer.element(
      "li",
      ["class": "block \(kind)", "id": "b\(index)", "data-role": block.role.name]
    ) { writer in
      writeDensity(to: &writer)
      writer.element("details", ["class": block.role.name]) { writer in
        writer.element("summary") { writer in
          writer.element("span", ["class": "chip"], text: block.role.name)
          writer.text(" ")
          writer.element("span", ["class": "text", "dir": "auto"], text: block.text)
        }
        writer.element("div", ["class": "why"]) { writeReasons(to: &$0) }
      }
    }
    writer.newline()
  }

  /// The bar in the margin: text density around the block, as a share of the page's highest.
  private func writeDensity(to writer: inout HTMLWriter) {
    let width = max(0, min(block.smoothedDensity, 1)) * 100
    writer.element(
      "svg",
      [
        "class": "density \(block.role.name)", "viewBox": "0 0 100 10",
        "preserveAspectRatio": "none", "aria-hidden": "true",
      ]
    ) { writer in
      writer.element("rect", ["class": "rest", "width": "100", "height": "10"]) { _ in }
      writer.element(
        "rect", ["width": FixedPoint.text(width, decimals: 1), "height": "10"]
      ) { _ in }
    }
  }

  private func writeReasons(to writer: inout HTMLWriter) {
    writer.element("h3", text: "Why \(block.role.name)")
    writer.element("ol") { writer in
      for step in block.steps {
        let role = step.role.map { " → " + $0.name } ?? ""
        writer.element("li", text: step.words + role)
      }
    }
    writeEffects(to: &writer)
    writeProbabilities(to: &writer)
    writer.element("p", ["class": "dim"], text: measures)
  }

  private func writeEffects(to writer: inout HTMLWriter) {
    guard let role = block.explainedRole, let probability = block.probability,
      let typical = block.typicalProbability
    else { return }
    let what = role == .article ? "main content" : role.name
    writer.element(
      "p",
      text: """
        \(what) \(Self.share(probability)), for a typical block \(Self.share(typical)). \
        What moves it from there:
        """)
    let largest = max(block.effects.map(\.effect.magnitude).max() ?? 0, 0.01)
    writer.element("table", ["class": "effects"]) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          writer.element("th", ["scope": "col"], text: "features")
          writer.element("th", ["scope": "col", "colspan": "2"], text: "move it by")
          writer.element("th", ["scope": "col", "class": "facts"], text: "most of all")
        }
      }
      writer.element("tbody") { writer in
        for effect in block.effects { write(effect, largest: largest, to: &writer) }
      }
    }
  }

  private func write(_ effect: GroupEffect, largest: Double, to writer: inout HTMLWriter) {
    writer.element("tr") { writer in
      writer.element("th", ["scope": "row"], text: effect.group.title)
      writer.element("td", ["class": "number"], text: Self.signed(effect.effect))
      writer.element("td", ["class": "bar"]) { writer in
        let width = effect.effect.magnitude / largest * 50
        writer.element(
          "svg", ["viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"]
        ) { writer in
          writer.element(
            "rect",
            [
              "class": effect.effect < 0 ? "down" : "up", "height": "10",
              "x": FixedPoint.text(effect.effect < 0 ? 50 - width : 50, decimals: 1),
              "width": FixedPoint.text(width, decimals: 1),
            ]
          ) { _ in }
          writer.element("rect", ["class": "axis", "x": "49.5", "width": "1", "height": "10"]) {
            _ in
          }
        }
      }
      writer.element("td", ["class": "facts"]) { writer in
        let facts = block.facts.filter { $0.group == effect.group }
        guard !facts.isEmpty else { return }
        writer.element("ul") { writer in
          for fact in facts {
            writer.element("li", text: "\(fact.words) (\(Self.signed(fact.effect)))")
          }
        }
      }
    }
  }

  private func writeProbabilities(to writer: inout HTMLWriter) {
    guard !block.roleProbabilities.isEmpty else { return }
    let ranked = zip(Role.allCases, block.roleProbabilities)
      .sorted { $0.1 > $1.1 }.prefix { $0.1 >= 0.005 }
    let list = ranked.map { "\($0.0.name) \(Self.share($0.1))" }.joined(separator: " · ")
    writer.element("p", text: "Roles by the trees: " + list)
  }

  private var measures: String {
    """
    \(block.path) · \(block.kind.name) · \(block.wordCount) words · link density \
    \(Self.share(block.linkDensity)) · text density \(FixedPoint.text(block.density, decimals: 1)) \
    characters a tag · score \(Self.share(block.score))\(block.isHidden ? " · hidden" : "")
    """
  }

  private static func share(_ value: Double) -> String { FixedPoint.brief(value) }

  private static func signed(_ value: Double) -> String {
    let text = share(value.magnitude)
    return text == ".00" ? "0" : (value < 0 ? "−" : "+") + text
  }
}
