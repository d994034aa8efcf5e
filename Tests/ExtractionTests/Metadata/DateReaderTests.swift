import Testing

@testable import Extraction

@Suite struct DateReaderTests {
  @Test(
    arguments: [
      ("2024-05-17", "2024-05-17"),
      ("2024-05-17T10:20:30Z", "2024-05-17T10:20:30Z"),
      ("2024-05-17T10:20:30.123Z", "2024-05-17T10:20:30Z"),
      ("2024-05-17T10:20+02:00", "2024-05-17T10:20:00+02:00"),
      ("2024-05-17T10:20:30-0530", "2024-05-17T10:20:30-05:30"),
      ("2024-05-17 10:20:30", "2024-05-17T10:20:30"),
      ("20240517", "2024-05-17"),
      ("20240517T102030Z", "2024-05-17T10:20:30"),
      ("20240517102030", "2024-05-17T10:20:30"),
      ("Fri, 17 May 2024 10:20:30 +0200", "2024-05-17T10:20:30+02:00"),
      ("Fri, 17 May 2024 10:20:30 EST", "2024-05-17T10:20:30-05:00"),
      ("Fri May 17 2024 10:20:30 GMT+0200 (CEST)", "2024-05-17T10:20:30+02:00"),
      ("1715941230", "2024-05-17T10:20:30Z"),
      ("1715941230000", "2024-05-17T10:20:30Z"),
      ("951782400", nil),
      ("1892-03-01", "1892-03-01"),
      ("May 17, 2024", "2024-05-17"),
    ] as [(String, String?)])
  func declaredDateIsNormalised(text: String, expected: String?) {
    #expect(DateReader(language: nil).declared(text)?.iso8601 == expected)
  }

  @Test(arguments: [
    "17 مايو 2024", "17 май 2024", "17 de maig de 2024", "17. května 2024", "17. maj 2024",
    "17. Mai 2024", "17 Μαΐου 2024", "May 17, 2024", "17th May, 2024", "May 17th 2024",
    "17 de mayo de 2024", "17. toukokuuta 2024", "17 mai 2024", "17 במאי 2024", "17 मई 2024",
    "2024. május 17.", "17 Mei 2024", "17 maggio 2024", "2024年5月17日", "2024년 5월 17일",
    "2024. 5. 17.", "17 mei 2024", "17. mai 2024", "17 maja 2024", "17 de maio de 2024",
    "17 mai 2024", "17 мая 2024 г.", "17. mája 2024", "17 maj 2024", "17 พ.ค. 2567",
    "17 พฤษภาคม 2567", "17 Mayıs 2024", "17 травня 2024", "17 tháng 5, 2024", "17 tháng 5 năm 2024",
    "١٧ مايو ٢٠٢٤", "２０２４年５月１７日", "17-May-24", "17.05.2024", "17.05.24", "2024/05/17",
    "5/17/2024", "17/5/2024", "Published on Friday, May 17, 2024 at 3:05 pm",
  ])
  func shownDateIsReadInManyLanguages(text: String) {
    #expect(DateReader(language: nil).shown(in: text).first?.date.iso8601 == "2024-05-17")
  }

  @Test(
    arguments: [
      ("en-US", "2024-01-02"), ("en", "2024-01-02"), ("en-GB", "2024-02-01"), ("fr", "2024-02-01"),
      (nil, "2024-02-01"),
    ] as [(String?, String)])
  func ambiguousOrderFollowsTheLanguage(language: String?, expected: String) {
    #expect(DateReader(language: language).shown(in: "1/2/2024").first?.date.iso8601 == expected)
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "2024-13-01", "32 May 2024", "May 17, 1889", "17.05.2150",
    "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2 days ago", "yesterday", "version 1.2.24",
    "10.5 of 2024", "12345678901", "",
  ])
  func impossibleOrRelativeDateIsRefused(text: String) {
    #expect(DateReader(language: "en").declared(text) == nil)
  }

  @Test func leapDayIsADay() {
    #expect(DateReader(language: nil).declared("2024-02-29")?.iso8601 == "2024-02-29")
  }

  @Test func labelsTellPublishedFromModified() {
    let dates = DateReader(language: "en")
      .shown(in: "Posted May 1, 2024 by Ann. Last updated on: June 2, 2024")
    #expect(dates.map(\.label) == [.published, .modified])
    #expect(dates.map(\.date.iso8601) == ["2024-05-01", "2024-06-02"])
  }

  @Test(
    arguments: [
      ("https://example.org/2024/05/17/name", "2024-05-17"),
      ("https://example.org/news/2024-05-17-name", "2024-05-17"),
      ("https://example.org/2024/05/", nil),
      ("https://example.org/item/12024/05/17", nil),
      ("https://example.org/a?on=/2024/05/17", nil),
    ] as [(String, String?)])
  func addressGivesItsDate(address: String, expected: String?) {
    #expect(DateReader.inPath(of: address)?.iso8601 == expected)
  }

  @Test(arguments: [
    ("1 May 24", 3), ("May 2", 1), ("٢٠٢٤", 3), ("一二三", 0), ("２０２４年", 3), ("no digit: é", 0),
  ])
  func decimalDigitsOfAnyScriptAreCounted(text: String, count: Int) {
    #expect(DecimalDigits.count(in: text, upTo: 3) == count)
  }

  @Test func shortestDateIsFound() {
    let dates = DateReader(language: "en").shown(in: "1 May 24")
    #expect(dates.map(\.date.iso8601) == ["2024-05-01"])
  }
}
