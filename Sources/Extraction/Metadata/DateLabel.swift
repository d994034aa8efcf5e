/// What the words before a date say it is.
enum DateLabel: Sendable, Equatable {
  case published
  case modified

  /// Beginnings of words for publishing, in lower case, sorted.
  private static let publishedStems = WordStems([
    "asked", "created", "diterbitkan", "dodano", "erstellt", "geplaatst", "gepubliceerd", "julkais",
    "közzé", "objav", "opublikow", "posted", "postad", "postat", "publicad", "publicat",
    "publicera",
    "publicēt", "publik", "publish", "publisert", "publicer", "publié", "pubblica", "skapad",
    "submitted", "veröffentlicht", "yayın", "đăng", "δημοσ", "опубл", "публик", "פורסם", "نشر",
    "प्रकाशित",
    "เผยแพร่", "게시", "등록", "입력", "作成", "公開", "发布", "投稿", "掲載", "發布", "發佈",
  ])

  /// Beginnings of words for changing, in lower case, sorted.
  private static let modifiedStems = WordStems([
    "actualiz", "actualis", "aggiorna", "aktuali", "atjaunin", "atnaujin", "atualiz", "bijgewerkt",
    "cập", "changed", "diperbarui", "edited", "edytow", "frissít", "geändert", "gewijzigd",
    "güncel",
    "modifi", "muokattu", "oppdater", "opdater", "posodob", "päivit", "redakt", "reviewed",
    "revised",
    "updat", "uppdatera", "zmien", "ενημερ", "измен", "обновл", "оновл", "עודכן", "تحديث", "अपडेट",
    "อัปเดต", "수정", "업데이트", "修改", "更新", "最終",
  ])

  /// The label that the last telling word before a date gives it, or `nil`.
  static func label(in tokens: ArraySlice<DateToken>) -> DateLabel? {
    for index in tokens.indices.reversed() {
      guard case .word(var word) = tokens[index] else { continue }
      // Han words have more than one character, each a token.
      if index > tokens.startIndex, case .word(let previous) = tokens[index - 1],
        previous.count == 1,
        word.count == 1
      {
        word = previous + word
      }
      if modifiedStems.begin(word) { return .modified }
      if publishedStems.begin(word) { return .published }
    }
    return nil
  }
}
