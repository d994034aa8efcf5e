import Testing

@testable import Extraction

struct CharacterEncodingTests {
  @Test(arguments: [
    ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), (" Utf8\n", "UTF-8"),
    ("us-ascii", "windows-1252"), ("gb2312", "GBK"), ("x-sjis", "Shift_JIS"),
    ("ks_c_5601-1987", "EUC-KR"), ("big5-hkscs", "Big5"), ("koi", "KOI8-R"),
    ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("cp866", "IBM866"),
    ("logical", "ISO-8859-8-I"), ("ucs-2", "UTF-16LE"), ("unicodefffe", "UTF-16BE"),
    ("x-mac-ukrainian", "x-mac-cyrillic"), ("csiso2022jp", "ISO-2022-JP"),
  ])
  func labelNamesItsEncoding(label: String, name: String) {
    #expect(CharacterEncoding(label: label)?.name == name)
  }

  @Test(arguments: ["", " ", "utf", "hz-gb-2312", "iso-2022-kr", "replacement", "utf-8\u{A0}"])
  func unknownLabelNamesNone(label: String) { #expect(CharacterEncoding(label: label) == nil) }

  @Test(arguments: CharacterEncoding.allCases)
  func nameIsALabel(encoding: CharacterEncoding) {
    #expect(CharacterEncoding(label: encoding.name) == encoding)
  }
}
