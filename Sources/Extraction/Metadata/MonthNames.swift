/// The months' names in the languages that pages are written in.
enum MonthNames {
  /// The names of each month in lower case, January first, without dots.
  ///
  /// Long and short, as they stand alone and within a date, in Arabic, Bengali, Bulgarian, Catalan,
  /// Croatian, Czech, Danish, Dutch, English, Estonian, Finnish, French, German, Greek, Hebrew, Hindi,
  /// Hungarian, Indonesian, Italian, Latvian, Lithuanian, Malay, Norwegian, Persian, Polish, Portuguese,
  /// Romanian, Russian, Serbian, Slovak, Slovenian, Spanish, Swedish, Thai, Turkish and Ukrainian, after
  /// the Unicode CLDR, with some usual spellings besides. Croatian names that are another month's in Czech
  /// or Polish are left out. Chinese, Japanese, Korean and Vietnamese number their months.
  private static let namesByMonth = [
    """
    ene enero gen gener gennaio ian ianuarie jaan jaanuar jan janeiro januar januari january
    január januára janv janvier janvāris jän jänner led leden ledna oca ocak saus sausio sausis
    sij siječanj siječnja sty styczeń stycznia tammi tammikuu tammikuuta ιαν ιανουάριος
    ιανουαρίου січ січень січня янв январь января яну януари јан јануар ינו ינואר يناير ژانویه
    ژانویهٔ जन जनवरी জানু জানুয়ারী มกราคม มค
    """,
    """
    feb febbraio feber febr febrer febrero februar februari februarie february február februára
    februāris fev fevereiro fevr fevrier févr février helmi helmikuu helmikuuta lut lutego luty
    vas vasario vasaris veebr veebruar velj veljača veljače úno únor února şub şubat φεβ
    φεβρουάριος φεβρουαρίου лют лютий лютого феб фебруар фев февр февраль февраля февруари פבר
    פברואר فبراير فوریه فوریهٔ फ़र फ़रवरी ফেব ফেব্রুয়ারী กพ กุมภาพันธ์
    """,
    """
    bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart mac mar marca march
    marec maret mars mart martie marts marz marzec marzo març março mrt mrz márc március mär
    märts märz ožu ožujak ožujka μάρ μάρτιος μαρ μαρτίου бер березень березня мар март марта מרץ
    مارس मार्च মার্চ มีค มีนาคม
    """,
    """
    abr abril apr april aprile aprilie aprill apríl apríla aprīlis avr avril bal balandis
    balandžio dub duben dubna huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan tra
    travanj travnja ápr április απρ απρίλιος απριλίου апр апрель апреля април квіт квітень
    квітня אפר אפריל آوریل أبريل अप्रैल এপ্রি এপ্রিল เมย เมษายน
    """,
    """
    geg gegužė gegužės kvě květen května mag maggio mai maig maijs maio maj maja may mayo mayıs
    mei máj mája május svi svibanj svibnja touko toukokuu toukokuuta μάι μάιος μαΐ μαΐου май мая
    мај трав травень травня מאי مايو مه مهٔ मई মে พค พฤษภาคม
    """,
    """
    birž birželio birželis cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun june
    junho juni junij junio juny juuni jún júna június jūn jūnijs kesä kesäkuu kesäkuuta lipanj
    lipnja červen června čvn ιουν ιουνίου ιούν ιούνιος июн июнь июня черв червень червня юни јун
    יוני يونيو ژوئن जून জুন มิถุนายน มิย
    """,
    """
    heinä heinäkuu heinäkuuta iul iulie juil juill juillet jul julai julho juli julij julio
    juliol july juuli júl júla július jūl jūlijs liep liepa liepos lip lipca lipiec lug luglio
    srpanj srpnja tem temmuz července červenec čvc ιουλ ιουλίου ιούλ ιούλιος июл июль июля лип
    липень липня юли јул יולי يوليو ژوئیه ژوئیهٔ जुल जुलाई জুল জুলাই กค กรกฎาคม
    """,
    """
    ag ago agost agosto agu agustus aout aoû août aug august augusta augusti augusts augustus
    augusztus avg avgust ağu ağustos elo elokuu elokuuta kol kolovoz kolovoza ogo ogos rugp
    rugpjūtis rugpjūčio sie sierpień sierpnia srp srpen srpna αυγ αυγούστου αύγ αύγουστος авг
    август августа серп серпень серпня אוג אוגוסט أغسطس اوت अग अगस्त আগ আগস্ট สค สิงหาคม
    """,
    """
    eyl eylül rugs rugsėjis rugsėjo ruj rujan rujna sep sept september septembra septembre
    septembrie septembris septiembre set setembre setembro setiembre sett settembre syys syyskuu
    syyskuuta szept szeptember wrz wrzesień września zář září σεπ σεπτέμβριος σεπτεμβρίου вер
    вересень вересня сент сентябрь сентября сеп септембар септември ספט ספטמבר سبتمبر سپتامبر
    सित सितंबर সেপ সেপ্টেম্বর กย กันยายน
    """,
    """
    eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobris
    oktoober október októbra ott ottobre out outubro paź październik października spal spalio
    spalis říj říjen října οκτ οκτωβρίου οκτώβριος жовт жовтень жовтня окт октобар октомври
    октябрь октября אוק אוקטובר أكتوبر اکتبر अक्टू अक्टूबर অক্টো অক্টোবর ตค ตุลาคม
    """,
    """
    kas kasım lapkr lapkritis lapkričio lis listopad listopada listopadu marras marraskuu
    marraskuuta noiembrie nov november novembra novembre novembris novembro noviembre stu
    studeni studenoga νοέ νοέμβριος νοε νοεμβρίου лист листопад листопада нов новембар ное
    ноември нояб ноябрь ноября נוב נובמבר نوامبر نوفمبر नव नवंबर নভে নভেম্বর พย พฤศจิกายน
    """,
    """
    ara aralık dec december decembra decembre decembrie decembris des desember desembre dets
    detsember dez dezember dezembro dic dicembre diciembre dis disember déc décembre gru grudnia
    grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta pro prosinac prosinca prosince
    prosinec δεκ δεκέμβριος δεκεμβρίου груд грудень грудня дек декабрь декабря декември дец
    децембар דצמ דצמבר دسامبر ديسمبر दिस दिसंबर ডিসে ডিসেম্বর ธค ธันวาคม
    """,
  ]

  /// The number of the month, 1 to 12, by its name.
  private static let monthsByName: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in namesByMonth.enumerated() {
      for name in names.split(whereSeparator: \.isWhitespace) { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// The number of the month with that name in lower case, or `nil` when no language has it.
  ///
  /// Hebrew joins the word for "in" to the name.
  static func month(named name: String) -> Int? {
    if let month = monthsByName[name] { return month }
    return name.first == "ב" ? monthsByName[String(name.dropFirst())] : nil
  }
}
