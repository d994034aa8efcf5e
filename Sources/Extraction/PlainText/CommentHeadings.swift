/// Headings of comment sections, in the languages of the pages that the project has seen.
///
/// Only plain text needs them: pages name the section in their markup.
enum CommentHeadings {
  /// The longest heading, in bytes: the word, a number and a mark or two.
  private static let longest = 60

  /// Whether the line is the heading of a comment section: one of the words first or last, in a short line.
  static func begins(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let parts = text.lowercased().split { !$0.isLetter }
    guard let first = parts.first, let last = parts.last, parts.count <= 4 else { return false }
    return words.contains(String(first)) || words.contains(String(last))
  }

  private static let words: Set<String> = [
    "comentarios", "comentários", "comment", "commentaire", "commentaires", "commenti", "comments",
    "kommentar", "kommentare", "kommentarer", "kommentit", "komentarze", "komentáře", "reacties",
    "yorumlar", "σχόλια", "коментарі", "комментарии", "תגובות", "تعليقات", "نظرات", "टिप्पणियाँ",
    "ความคิดเห็น", "コメント", "评论", "評論", "留言", "댓글",
  ]
}
