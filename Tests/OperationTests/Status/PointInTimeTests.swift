import Intake
import Testing

@testable import Operation

struct PointInTimeTests {
  @Test(arguments: [
    0, 951_782_399, 951_782_400, 951_868_800, 1_709_164_800, 4_102_444_799, -86_400,
  ])
  func whatIsWrittenIsRead(seconds: Int) {
    let text = Timestamp.text(secondsSince1970: seconds)
    #expect(PointInTime.seconds(of: text) == Int64(seconds), "\(text)")
  }

  @Test(arguments: ["", "2026-01-31", "2026-01-31T23:59:59", "x-1-1T1:1:1Z", "2026-01-31T23:59Z"])
  func otherTextIsNone(text: String) {
    #expect(PointInTime.seconds(of: text) == nil)
  }
}
