import Evaluation
import Extraction

/// What the JSON files of corpora say of a page; each layout has some of the fields.
struct ReferenceFile: Decodable {
  /// A labelled block.
  struct Block: Decodable {
    var role: String
    var text: String
  }

  private enum CodingKeys: String, CodingKey {
    case id, pageType, language, heldOut, title, author, published, text, blocks
    case snakePageType = "page_type"
    case required = "with"
    case forbidden = "without"
  }

  var id: String?
  var pageType: String?
  var snakePageType: String?
  var language: String?
  var heldOut: Bool?
  var title: String?
  var author: String?
  var published: String?
  var text: String?
  var required: [String]?
  var forbidden: [String]?
  var blocks: [Block]?

  /// The reference that the file stands for.
  ///
  /// Without a main text of its own, a page's text is its blocks with role `article`.
  ///
  /// - Throws: ``ReferenceError`` when a block has a role that is none.
  func reference(id: String) throws(ReferenceError) -> ReferencePage {
    var page = ReferencePage(id: id)
    page.pageType = pageType ?? snakePageType
    page.language = language
    page.isHeldOut = heldOut
    page.required = required ?? []
    page.forbidden = forbidden ?? []
    page.title = title
    page.author = author
    page.published = published
    page.text = text
    guard let blocks else { return page }
    var labelled: [LabelledText] = []
    for block in blocks {
      guard let role = Role(name: block.role) else { throw ReferenceError(role: block.role) }
      labelled.append(LabelledText(role: role, text: block.text))
    }
    page.blocks = labelled
    if text == nil {
      page.text = labelled.filter { $0.role == .article }.map(\.text).joined(separator: "\n")
    }
    return page
  }
}
