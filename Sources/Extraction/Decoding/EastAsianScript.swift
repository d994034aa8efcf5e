/// What text of an East Asian encoding consists of.
struct EastAsianScript {
  /// Lead bytes of the rows that hold the frequent ideographs or syllables, "level 1" of the standards.
  private let frequentRows: [ClosedRange<UInt8>]
  private let isJapanese: Bool
  /// The commonest characters of running text.
  let frequentCharacters: Set<UInt32>
  /// The share of them in running text, low enough for short and dry texts.
  let usualShareOfFrequent: Double

  /// The script of an encoding, or `nil` where it is not East Asian.
  init?(_ encoding: CharacterEncoding) {
    let frequent: String
    switch encoding {
    case .gbk, .gb18030:
      frequentRows = [0xB0...0xD7]
      frequent =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运，。、：！？（）“”《》"
      usualShareOfFrequent = 0.4
      isJapanese = false
    case .big5:
      frequentRows = [0xA4...0xC6]
      frequent =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運，。、：！？（）「」《》"
      usualShareOfFrequent = 0.4
      isJapanese = false
    case .eucKR:
      frequentRows = [0xB0...0xC8]
      frequent =
        "이다는을의에가고하지한은로기를사자인시도리대스어서해나정아과부일라수전상제장주보있원구그들공동위비만지여으오유신세조우게성연면적안무중것회교소경국민방관되용개내와성실행선거마트화계러산했경드분학간었모진심문미요등야물단말업려영발재치바"
      usualShareOfFrequent = 0.45
      isJapanese = false
    case .shiftJIS:
      frequentRows = [0x88...0x98]
      frequent = Self.frequentKana
      usualShareOfFrequent = 0.3
      isJapanese = true
    case .eucJP:
      frequentRows = [0xB0...0xCF]
      frequent = Self.frequentKana
      usualShareOfFrequent = 0.3
      isJapanese = true
    default: return nil
    }
    frequentCharacters = Set(frequent.unicodeScalars.map(\.value))
  }

  private static let frequentKana =
    "のにをはがでとしたているなれもかまらこすりっさきんあくうだけよみえおせどつめそちばやげーンスルトリイクラアシドレジッフタロマカキテコメサプ、。「」年日月人本大国一中"

  /// Whether a character makes up running text of the script.
  func isUsual(_ scalar: UInt32, lead: UInt8) -> Bool {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FC: isJapanese
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: frequentRows.contains { $0.contains(lead) }
    case 0x3001...0x3011, 0xFF01...0xFF5E: true
    default: false
    }
  }

  /// Whether a character neither speaks for the script nor against it: signs, and the second level of
  /// ideographs, which names need.
  func isNeutral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xFF, 0x2010...0x203B, 0x20AC, 0x2103...0x2312, 0x2460...0x2642, 0x3000: true
    case 0x4E00...0x9FFF: true
    default: false
    }
  }
}
