import Evaluation
import Testing

struct CaseMappingTests {
  /// What Python 3.11 makes of the same texts with `lower()`.
  @Test(arguments: [
    ("ΟΔΟΣ", "οδος"), ("ΟΔΟΣ Σ", "οδος σ"), ("ΣΑΣ.", "σας."),
    ("A\u{301}ΒΣ\u{301}", "a\u{301}βς\u{301}"),
    ("İstanbul", "i\u{307}stanbul"), ("STRAẞE", "straße"), ("ЖУК", "жук"), ("Ǆ", "ǆ"),
    ("abc_9", "abc_9"),
  ])
  func lowerCaseIsThatOfTheStandard(_ text: String, _ lower: String) {
    #expect(Array(CaseMapping.lowercase(text).utf8) == Array(lower.utf8))
  }

  /// What Python 3.11 makes of the same texts with `casefold()`.
  @Test(arguments: [
    ("Straße", "strasse"), ("STRAẞE", "strasse"), ("ΟΔΟΣ", "οδοσ"), ("ſ", "s"), ("ı", "ı"),
    ("ﬃ", "ffi"), ("\u{AB70}", "\u{13A0}"), ("ᾳ", "αι"), ("K", "k"),
  ])
  func foldingIsThatOfTheStandard(_ text: String, _ folded: String) {
    #expect(Array(CaseMapping.fold(text).utf8) == Array(folded.utf8))
  }
}
