import Spool
import Testing

struct ProcessStatisticsTests {
  /// A line of proc(5) whose name holds a parenthesis and a space.
  private static let line = """
    4242 (win) now d) S 1 4242 4242 0 -1 4194560 1000 0 0 0 250 50 30 20 20 0 9 0 123456 \
    104857600 2560 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0
    """

  @Test func fieldsAreCountedFromTheEndOfTheName() throws {
    let statistics = try #require(
      ProcessStatistics(stat: Self.line, ticks: 100, pageSize: 4096))
    #expect(statistics.processorSeconds == 3.5)
    #expect(statistics.threads == 9)
    #expect(statistics.virtualBytes == 104_857_600)
    #expect(statistics.residentBytes == 2560 * 4096)
  }

  @Test(arguments: ["", "1 (a", "1 (a) S 1 2 3"])
  func otherTextIsNone(text: String) {
    #expect(ProcessStatistics(stat: text, ticks: 100, pageSize: 4096) == nil)
  }

  @Test func thisProcessHasMemoryThreadsAndDescriptors() throws {
    let statistics = try #require(ProcessStatistics.current())
    #expect(statistics.residentBytes > 1 << 20)
    #expect(statistics.threads >= 1)
    #expect(statistics.descriptors >= 3)
    #expect(statistics.maximumDescriptors >= statistics.descriptors)
  }
}
