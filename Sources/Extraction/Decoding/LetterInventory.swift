/// The letters outside ASCII of one language, the most frequent first.
///
/// The orders are those of published letter frequencies, good to a few ranks, which is all that telling
/// encodings apart needs.
struct LetterInventory {
  /// The letters, in lower case where there is case.
  var letters: String
  /// Whether words of the language consist of such letters alone, so that an ASCII letter beside one
  /// speaks against it.
  var excludesASCII = false

  private static let western = [
    "éèàêçâôîùûëïœ", "üäöß", "óíáéñúü¿¡ºª", "ãçáéíóêúâõàºª", "äöåé", "åøæéóòô", "èàòùìé",
    "àéèòíóçúïü·", "íáðóéúöþýæ", "éëïèöüêóçñ", "äõüöšž", "áíéúó",
  ].map { LetterInventory(letters: $0) }
  private static let central = [
    "ęąłóśżćńź", "íáéěšřžčýůúťďňó", "áéíčšžľýťúôďňäĺŕóěř", "áéöóőüíúű", "čšžćđ", "ăîâşţ", "ăîâșț",
  ].map { LetterInventory(letters: $0) }
  private static let turkish = [LetterInventory(letters: "ıüşğöçİâîû")]
  private static let baltic = ["ėšįųžčūąę", "āīēšņūļžčķģ", "äõüöšž"].map {
    LetterInventory(letters: $0)
  }
  private static let southern = ["ġżħċàèòù", "ĝĉŝŭĵĥ"].map { LetterInventory(letters: $0) }
  private static let vietnamese = [
    LetterInventory(
      letters: "\u{301}\u{300}\u{323}đưôêơăâ\u{309}\u{303}áàóíúéùìèò")
  ]
  private static let cyrillic = [
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанивіетрсклудмпзяьбгчйжхїцєюшщфґ",
    "аоиетнрсвлкдпмзугябъчцжщхюшфьй", "аоеинрстудјквпмлзбгчцшжћхљњђфџ",
  ].map { LetterInventory(letters: $0, excludesASCII: true) }
  private static let greek = [
    LetterInventory(letters: "αοιετσνηυρπκμλςίόθγάδωήχφέώύβξζψϊϋΐΰ", excludesASCII: true)
  ]
  private static let hebrew = [
    LetterInventory(letters: "יוהלאתרמבשנםחדעפקצטגזכסןךףץ", excludesASCII: true)
  ]
  private static let arabic = [
    "ايلمنرتوبةعدسفهكقحجشطصخأذضإىغئءزظثؤآ", "ایرندمهوتسبشکزگفقخحعپجچصطژغضظذث",
  ].map { LetterInventory(letters: $0, excludesASCII: true) }
  private static let thai = [
    LetterInventory(
      letters: "านรอกเง\u{E48}\u{E49}\u{E31}\u{E35}\u{E34}มยลวดทสต\u{E38}ะปบ\u{E37}ค\u{E39}หแจพช"
        + "\u{E4C}ขใไ\u{E47}\u{E33}โผ\u{E36}ธศซณภถญษฐฟฮฝฒฉฆฏฎๆ",
      excludesASCII: true)
  ]

  /// The languages written in a single-byte encoding; none where detection does not try it.
  static func languages(of encoding: CharacterEncoding) -> [LetterInventory] {
    switch encoding {
    case .windows1252, .iso8859Part15, .macintosh: western
    case .windows1250, .iso8859Part2, .iso8859Part16: central
    case .windows1254: turkish
    case .windows1257, .iso8859Part4, .iso8859Part13: baltic
    case .windows1258: vietnamese
    case .iso8859Part3: southern
    case .windows1251, .koi8R, .koi8U, .iso8859Part5, .ibm866, .macCyrillic: cyrillic
    case .windows1253, .iso8859Part7: greek
    case .windows1255, .iso8859Part8, .iso8859Part8Logical: hebrew
    case .windows1256, .iso8859Part6: arabic
    case .windows874: thai
    default: western + central + baltic
    }
  }
}
