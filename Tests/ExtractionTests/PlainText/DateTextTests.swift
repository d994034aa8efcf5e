import Testing

@testable import Extraction

struct DateTextTests {
  @Test(arguments: ["17.05.24", "March 20, 2026", "2026", "٢٠٢٤", "２０２４年5月17日", "1/2/24"])
  func dateIsTold(line: String) { #expect(DateText.isDated(line)) }

  @Test(arguments: ["12:30", "1234567", "1.2.3", "Room 101", ""])
  func otherNumbersAreNoDates(line: String) { #expect(!DateText.isDated(line)) }
}
