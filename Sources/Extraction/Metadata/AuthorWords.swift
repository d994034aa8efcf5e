/// Words around authors' names, all in lower case and sorted.
enum AuthorWords {
  /// What stands before a name.
  private static let prefixList = [
    "article by", "asked by", "author", "authored by", "authors", "autor", "autora", "autore",
    "auteur", "by", "created by", "door", "escrito por", "från", "geschreven door",
    "geschrieben von", "guest post by", "kirjoittanut", "medically reviewed by", "oleh", "par",
    "penulis", "por", "post author", "post by", "posted by", "przez", "publié par",
    "publicado por", "published by", "rédigé par", "scritto da", "skrevet af", "skrevet av",
    "started by", "story by", "submitted by", "text", "text by", "tekst", "thread starter",
    "topic starter", "words by", "written by", "yazan", "écrit par", "автор", "від", "от",
    "συντάκτης", "כתב", "מאת", "بقلم", "كتب", "كتبت", "تأليف", "إعداد", "लेखक", "โดย", "글", "기자",
    "作者", "作成者", "執筆者", "投稿者",
    "文", "著者", "记者", "記者",
  ]

  /// ``prefixList`` by first character.
  static let prefixes = WordStems(prefixList)
  /// ``prefixList`` to look up a whole text.
  static let announcements = Set(prefixList)
  /// The ASCII words of ``prefixList`` by the hash of their bytes.
  static let announcementHashes = NameTable(
    prefixList.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.map { (name: $0, value: 1) })

  /// Words that stand before a name in bylines and begin surnames too.
  static let ambiguousPrefixes: Set<String> = ["af", "av", "da", "de", "di", "von"]

  /// Words inside names that have no capital.
  static let particles: Set<String> = [
    "al", "and", "bin", "da", "de", "del", "der", "di", "dos", "e", "el", "et", "i", "la", "le",
    "och", "og", "und", "van", "von", "y",
  ]

  /// The words of ``prefixList`` that may also stand after a date or another text.
  static let inner: Set<String> = ["by", "por", "par", "von", "door", "af", "av"]
  /// ``inner`` by the hash of their bytes.
  static let innerHashes = NameTable(inner.map { (name: $0, value: 1) })

  /// Words after which a text speaks of time and place, not of the author.
  static let endings: Set<String> = ["Last", "at", "in", "last", "on"]

  /// Words that make a text a position, not a name.
  static let roles: Set<String> = [
    "analyst", "author", "autor", "ceo", "chief", "cmo", "co-founder", "cofounder", "columnist",
    "consultant", "contributor", "copywriter", "coordinator", "coo", "correspondent", "cto",
    "director",
    "doctoral", "editor", "engineer", "expert", "founder", "freelance", "freelancer", "head",
    "host",
    "journalist", "lead", "manager", "marketer", "marketing", "officer", "owner", "photographer",
    "president", "producer", "redakteur", "redakteurin", "reporter", "researcher", "rédacteur",
    "specialist", "strategist", "student", "vp", "writer",
  ]

  /// Names of accounts, not of people or offices.
  static let accounts: Set<String> = [
    "admin", "administrator", "administrateur", "administrador", "anonymous", "author", "authors",
    "editor", "guest", "null", "root", "superuser", "sysadmin", "system", "undefined", "unknown",
    "user",
    "webadmin", "webmaster", "website", "wordpress", "wpadmin",
  ]
}
