public import Extraction

/// An explanation as one HTML page that needs nothing besides itself.
///
/// Every text of the explained page is escaped, and the page's own policy forbids it to load or run anything.
public enum ExplanationPage {

  /// The document of an explanation, in UTF-8, with a line feed at the end.
  public static func render(_ explanation: PageExplanation) -> String {
    PageFrame.document(
      title: "Why: \(explanation.record.metadata.title ?? explanation.record.source.name)",
      style: Assets.base + Assets.explanationStyle, script: Assets.explanationScript
    ) { writer in
      writer.element("a", ["class": "skip", "href": "#blocks"], text: "Skip to the blocks")
      addHead(explanation, to: &writer)
      writer.element("main") { writer in
        addBlocks(explanation, to: &writer)
        writer.element("div", ["class": "beside"]) { writer in
          addPanes(explanation, to: &writer)
        }
      }
      addKeys(to: &writer)
    }
  }

  private static func addHead(_ explanation: PageExplanation, to writer: inout HTMLWriter) {
    let record = explanation.record
    writer.element("header") { writer in
      writer.element("h1") { writer in
        writer.element(
          "bdi", ["lang": language(of: explanation)],
          text: record.metadata.title ?? record.source.name)
      }
      writer.element("dl", ["class": "facts-line"]) { writer in
        for (name, value) in facts(of: explanation) {
          writer.element("div") { writer in
            writer.element("dt", text: name)
            writer.element("dd") { $0.element("bdi", text: value) }
          }
        }
      }
      addFilters(explanation, to: &writer)
    }
  }

  private static func facts(of explanation: PageExplanation) -> [(String, String)] {
    let record = explanation.record
    let metadata = record.metadata
    var status = record.status.rawValue
    if let reason = record.reason { status += ", " + reason.rawValue }
    var facts = [("file", record.source.name), ("status", status)]
    for (name, value) in [
      ("author", metadata.author), ("published", metadata.published),
      ("language", metadata.language),
    ] {
      if let value { facts.append((name, value)) }
    }
    if let type = record.pageType {
      let probability = record.pageTypeProbability.map { " (\(share($0)))" } ?? ""
      facts.append(("page type", type.name + probability))
    }
    facts.append(("expected word F1", share(record.confidence)))
    facts.append(("labelled by", record.extractor.model))
    if let cut = explanation.cut { facts.append(("cut of main content", share(cut))) }
    return facts
  }

  private static func addFilters(_ explanation: PageExplanation, to writer: inout HTMLWriter) {
    writer.element("fieldset", ["class": "filter"]) { writer in
      writer.element("legend", text: "Roles")
      for role in Role.allCases {
        let count = explanation.blocks.count { $0.role == role }
        writer.element(
          "button",
          ["type": "button", "class": role.name, "data-role": role.name, "aria-pressed": "true"]
        ) { writer in
          writer.text(role.name + " ")
          writer.element("span", ["class": "count"], text: String(count))
        }
      }
    }
    writer.element("fieldset", ["class": "filter"]) { writer in
      writer.element("legend", ["class": "unseen"], text: "View")
      for (id, text) in [
        ("show-all", "all"), ("show-kept", "content and what belongs to it"),
        ("show-article", "article alone"),
      ] {
        writer.element("button", ["type": "button", "id": id], text: text)
      }
      writer.element(
        "button", ["type": "button", "id": "show-beside", "aria-pressed": "true"],
        text: "reasons and text beside")
    }
    writer.element(
      "p", ["id": "shown", "role": "status", "class": "dim"],
      text: "\(explanation.blocks.count) of \(explanation.blocks.count) blocks shown")
  }

  private static func addBlocks(_ explanation: PageExplanation, to writer: inout HTMLWriter) {
    writer.element("section", ["id": "blocks", "aria-labelledby": "blocks-title"]) { writer in
      writer.element("h2", ["id": "blocks-title"], text: "The page, block by block")
      if explanation.blocks.isEmpty {
        writer.element("p", text: "There is no text on this page.")
      }
      if explanation.blocks.count > PageExplanation.mostExplained {
        writer.element(
          "p",
          text:
            "What moves the probabilities is told of the first \(PageExplanation.mostExplained) blocks."
        )
      }
      writer.element("ol", ["class": "blocks"]) { writer in
        for (index, block) in explanation.blocks.enumerated() {
          BlockReasons(block).writeItem(index, to: &writer)
        }
      }
    }
  }

  private static func addPanes(_ explanation: PageExplanation, to writer: inout HTMLWriter) {
    writer.element(
      "section", ["class": "card reasons", "aria-labelledby": "reasons-title", "tabindex": "0"]
    ) { writer in
      writer.element("h2", ["id": "reasons-title"], text: "Why")
      writer.element("div", ["id": "reasons"]) {
        $0.element("p", text: "Point at a block, or move to it with the keyboard.")
      }
    }
    writer.element(
      "section",
      ["class": "card kept", "id": "text", "aria-labelledby": "text-title", "tabindex": "0"]
    ) { writer in
      writer.element("h2", ["id": "text-title"], text: "The text that is kept")
      addText(explanation, to: &writer)
    }
  }

  private static func addText(_ explanation: PageExplanation, to writer: inout HTMLWriter) {
    var isEmpty = true
    for (index, block) in explanation.blocks.enumerated() where block.role == .article {
      isEmpty = false
      writer.element(
        "p",
        [
          "id": "t\(index)", "class": block.kind.name, "dir": "auto",
          "lang": language(of: explanation),
        ]
      ) { writer in
        writer.text(block.text)
        writer.element(
          "a", ["class": "jump", "href": "#b\(index)", "aria-label": "to block \(index + 1)"],
          text: "¶")
      }
      writer.newline()
    }
    if isEmpty { writer.element("p", text: "Nothing is kept.") }
  }

  private static func addKeys(to writer: inout HTMLWriter) {
    writer.element("footer") { writer in
      writer.element("h2", text: "Keys, while a block has the focus")
      writer.element("p") { writer in
        for (key, meaning) in [
          ("↓", "next block"), ("↑", "block before"), ("n", "next block of another role"),
          ("p", "the one before"), ("Enter", "open or close the reasons"), ("Esc", "close them"),
          ("1 … 9, 0", "show or hide a role"), ("Home", "first block"), ("End", "last block"),
        ] {
          writer.element("kbd", text: key)
          writer.text(" \(meaning) · ")
        }
        writer.text("The bar beside a block is the text density around it.")
      }
    }
  }

  /// The page's language where it is a tag that a browser understands (BCP 47).
  private static func language(of explanation: PageExplanation) -> String? {
    explanation.record.metadata.language.flatMap { tag in
      let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
      let isTag =
        (2...3).contains(parts.first?.count ?? 0)
        && parts.allSatisfy { part in
          (1...8).contains(part.count) && part.utf8.allSatisfy { $0 < 0x80 }
            && part.allSatisfy { $0.isLetter || $0.isNumber }
        }
      return isTag ? tag : nil
    }
  }

  private static func share(_ value: Double) -> String { FixedPoint.brief(value) }
}
