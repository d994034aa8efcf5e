import Spool
import Testing

struct DescriptorLimitTests {
  @Test(arguments: [0, 10, 23])
  func tooFewDescriptorsAreAWrongConfiguration(_ limit: Int) throws {
    let error = try #require(throws: SpoolError.self) { try DescriptorLimit.check(limit) }
    #expect(error.exitCode == .configuration)
    #expect(error.message.contains("\(limit) files"))
  }

  @Test(arguments: [24, 1024])
  func enoughDescriptorsAreFine(_ limit: Int) throws {
    try DescriptorLimit.check(limit)
  }

  @Test func limitOfThisProcessIsEnough() throws {
    try DescriptorLimit.raise()
  }
}
