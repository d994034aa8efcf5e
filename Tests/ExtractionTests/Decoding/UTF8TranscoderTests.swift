import Testing

@testable import Extraction

struct UTF8TranscoderTests {
  @Test(arguments: [
    (
      "windows-1251", "cff0e8e2e5f22c20ece8f0209720fdf2ee20f1f2e0f2fcff", "Привет, мир — это статья"
    ),
    ("KOI8-R", "f0d2c9d7c5d42c20cdc9d23a20dcd4cf20d3d4c1d4d8d1", "Привет, мир: это статья"),
    ("IBM866", "8fe0a8a2a5e2", "Привет"),
    ("ISO-8859-5", "bfe0d8d2d5e220f0", "Привет №"),
    ("x-mac-cyrillic", "8ff0e8e2e5f2", "Привет"),
    ("windows-1250", "5a61bff3b3e62067ea9c6cb9206a619ff1", "Zażółć gęślą jaźń"),
    ("ISO-8859-2", "5a61bff3b3e62067eab66cb1206a61bcf1", "Zażółć gęślą jaźń"),
    ("windows-1252", "9344e96ae020767594209620352080", "“Déjà vu” – 5 €"),
    ("macintosh", "448e6a88207675", "Déjà vu"),
    ("windows-1253", "cae1ebe7ecddf1e120eafcf3ece5", "Καλημέρα κόσμε"),
    ("ISO-8859-7", "cae1ebe7ecddf1e1", "Καλημέρα"),
    ("windows-1254", "dd7374616e62756c20fdf064fd7220fe656b6572", "İstanbul ığdır şeker"),
    ("windows-1255", "f9ece5ed20f2e5eced", "שלום עולם"),
    ("windows-1256", "e3d1cdc8c7", "مرحبا"),
    ("windows-1257", "c0fe756f6c617320eb6a6f", "Ąžuolas ėjo"),
    ("windows-874", "cac7d1cab4d5aad2c7e2c5a1", "สวัสดีชาวโลก"),
    ("ISO-8859-15", "3520a42c20bc75767265", "5 €, Œuvre"),
    ("ISO-8859-16", "aa7469696efee3", "Știință"),
    ("GBK", "c4e3bac3a3accac0bde7", "你好，世界"),
    ("gb18030", "c4e3bac3953282368139ef31", "你好𠀀㐂"),
    ("Big5", "a741a66ea141a540acc99def", "你好，世界嘅"),
    ("Shift_JIS", "82b182f182c982bf82cd814190a28a458740b1", "こんにちは、世界①ｱ"),
    ("EUC-JP", "a4b3a4f3a4cba4c1a4cfa1a2c0a4b3a68eb1", "こんにちは、世界ｱ"),
    ("ISO-2022-JP", "1b244224332473244b2441244f1b284220616263", "こんにちは abc"),
    ("EUC-KR", "bec8b3e7c7cfbcbcbfe4208c63b9e6b0a2c7cf", "안녕하세요 똠방각하"),
    (
      "windows-1258", "5469eaec6e67205669eaf2742c20f0fdf5cc6e67",
      "Tiê\u{301}ng Viê\u{323}t, đươ\u{300}ng"
    ),
    ("ISO-8859-3", "d567616e74696a612c20b16f62bf2c20fe616ef86f", "Ġgantija, ħobż, ŝanĝo"),
    ("ISO-8859-4", "a1be756f6c61732c20f3efb675", "Ąžuolas, ķīļu"),
    ("ISO-8859-6", "e5d1cdc8c7ac20d4e3d1c7bf", "مرحبا، شكرا؟"),
    ("ISO-8859-8", "f9ece5ed20aa20f2e5eced", "שלום × עולם"),
    ("ISO-8859-8-I", "f9ece5ed20aa20f2e5eced", "שלום × עולם"),
    ("ISO-8859-10", "de696e6776656c6c69722c20bf2c20b9", "Þingvellir, ŋ, đ"),
    ("ISO-8859-13", "a5c0fe756f6c6173b420e76b61", "„Ąžuolas“ ēka"),
    ("ISO-8859-14", "d0796e65622c20a82c20a2", "Ŵyneb, Ẁ, ḃ"),
    ("EUC-KR", "8141c8fefdfe", "갂힝詰"),
    // Four bytes: the first and last of the plane, a code of a run, the code set apart, beyond.
    ("gb18030", "81308130", "\u{80}"),
    ("gb18030", "8431a439", "\u{FFFF}"),
    ("gb18030", "90308130", "\u{10000}"),
    ("gb18030", "e3329a35", "\u{10FFFF}"),
    ("gb18030", "8130d330", "\u{452}"),
    ("gb18030", "8135f437", "\u{E7C7}"),
    ("gb18030", "82359037", "\u{9FB4}"),
    ("UTF-16LE", "4100e900604f40d800dc", "Aé你𠀀"),
    ("UTF-16BE", "004100e94f60d840dc00", "Aé你𠀀"),
  ])
  func encodingIsRead(label: String, hex: String, expected: String) throws {
    let encoding = try #require(CharacterEncoding(label: label))
    #expect(text(bytes(hex: hex), as: encoding) == expected)
  }

  @Test(arguments: [
    // A broken UTF-8 sequence is replaced up to the byte that breaks it.
    ("UTF-8", "61f09f9800", "a\u{FFFD}\u{FFFD}"),
    ("UTF-8", "f0808041", "\u{FFFD}\u{FFFD}\u{FFFD}A"),
    ("UTF-8", "eda080", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("UTF-8", "c0af", "\u{FFFD}\u{FFFD}"),
    ("UTF-8", "f4908080", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("UTF-8", "e4bd", "\u{FFFD}"),
    // A lead byte does not swallow the tag behind it.
    ("GBK", "813c62", "\u{FFFD}<b"),
    ("Shift_JIS", "813c", "\u{FFFD}<"),
    ("EUC-JP", "a43c", "\u{FFFD}<"),
    ("EUC-KR", "b03c", "\u{FFFD}<"),
    ("Big5", "a43c", "\u{FFFD}<"),
    ("GBK", "ff80", "\u{FFFD}€"),
    ("gb18030", "813081", "\u{FFFD}"),
    ("gb18030", "e3329a36", "\u{FFFD}"),
    ("gb18030", "8431a530", "\u{FFFD}"),
    ("Big5", "8862", "Ê\u{304}"),
    ("EUC-JP", "8fa2b7", "～"),
    ("ISO-2022-JP", "1b24421b2842", "\u{FFFD}"),
    ("ISO-2022-JP", "1b58", "\u{FFFD}X"),
    ("ISO-2022-JP", "80", "\u{FFFD}"),
    ("UTF-16LE", "00d84100", "\u{FFFD}A"),
    ("UTF-16LE", "410042", "A\u{FFFD}"),
    ("windows-1253", "d2", "\u{FFFD}"),
    ("windows-1252", "81", "\u{81}"),
    ("x-user-defined", "80ff", "\u{F780}\u{F7FF}"),
    ("KOI8-U", "aebe", "ўЎ"),
  ])
  func malformedBytesFollowTheStandard(label: String, hex: String, expected: String) throws {
    let encoding = try #require(CharacterEncoding(label: label))
    // Bytes, since a string would mend what the transcoder lets through.
    #expect(transcoded(bytes(hex: hex), from: encoding) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("UTF-8", "efbbbf41"), ("UTF-16LE", "fffe4100"), ("UTF-16BE", "feff0041"),
  ])
  func markIsDropped(label: String, hex: String) throws {
    #expect(text(bytes(hex: hex), as: try #require(CharacterEncoding(label: label))) == "A")
  }

  @Test func nulIsReplaced() {
    #expect(text([0x41, 0, 0x42], as: .utf8) == "A\u{FFFD}B")
    #expect(text([0x41, 0, 0x42], as: .windows1252) == "A\u{FFFD}B")
  }

  @Test func textIsAppended() {
    var output = Array("a".utf8)
    UTF8Transcoder().transcode([0xE9].span, from: .windows1252, into: &output)
    #expect(output == Array("aé".utf8))
  }

  /// A stop at each place of a run finds errors at the seams of the words scanned.
  @Test func plainRunEndsAtTheFirstOtherByte() {
    for length in [1, 7, 8, 63, 64, 65, 130] {
      for place in 0..<length {
        for stop: UInt8 in [0, 0x80, 0xFF] {
          var page = [UInt8](repeating: 0x01, count: length)
          page[place] = stop
          let end = ASCIIScan.endOfPlainRun(in: page.span, from: 0)
          #expect(end == place)
        }
      }
      let plain = [UInt8](repeating: 0x7F, count: length)
      let end = ASCIIScan.endOfPlainRun(in: plain.span, from: 0)
      #expect(end == length)
    }
  }

  @Test(arguments: [
    ("Straße 你好", true), ("", true), ("a\u{0}", false),
  ])
  func onlyCleanUTF8IsValidated(page: String, isValid: Bool) {
    let validated = UTF8Transcoder.validatedUTF8(Array(page.utf8).span)
    #expect(validated == isValid)
  }

  @Test func brokenUTF8IsNotValidated() {
    let validated = UTF8Transcoder.validatedUTF8([0xC3].span)
    #expect(!validated)
  }

  @Test(arguments: [
    // ASCII serves as it is in any encoding that keeps it.
    ("plain", "windows-1252", false), ("plain", "ISO-2022-JP", true), ("plain", "UTF-16LE", true),
    ("é", "UTF-8", false), ("é", "windows-1252", true), ("\u{0}", "UTF-8", true),
    ("\u{FEFF}a", "UTF-8", true),
  ])
  func transcodingIsNeeded(page: String, label: String, isNeeded: Bool) throws {
    let encoding = try #require(CharacterEncoding(label: label))
    let page = Array(page.utf8)
    let needs = UTF8Transcoder.needsTranscoding(
      page.span, from: encoding, inspection: UTF8Inspection(page.span))
    #expect(needs == isNeeded)
  }
}
