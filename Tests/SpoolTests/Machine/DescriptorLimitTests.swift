import Spool
import Testing

struct DescriptorLimitTests {
  @Test(arguments: [0, 10, 31])
  func tooFewDescriptorsAreAWrongConfiguration(_ limit: Int) throws {
    let error = try #require(throws: SpoolError.self) { try DescriptorLimit.check(limit) }
    #expect(error.exitCode == .configuration)
    #expect(error.message.contains("\(limit) files"))
  }

  @Test(arguments: [32, 1024])
  func enoughDescriptorsAreFine(_ limit: Int) throws {
    try DescriptorLimit.check(limit)
  }

  @Test func limitOfThisProcessIsEnough() throws {
    try DescriptorLimit.raise()
  }
}
