import Operation
import Testing

struct SourceMatchingTests {
  private func record(_ file: String, _ digest: String?) -> VerifiedRecord {
    VerifiedRecord(file: file, source: "a.html", sha256: digest)
  }

  @Test func digestsThatAreThereMatch() {
    let result = SourceMatching.compare(
      [record("a", "1"), record("a-2", "2")], ["a.html": ["a.html": "1", "a-2.html": "2"]])
    #expect(result.matched == 2)
    #expect(result.faults == [])
  }

  @Test func inputThatIsNotThereIsNoFault() {
    #expect(SourceMatching.compare([record("a", "1")], [:]).absent == 1)
  }

  @Test func inputOfAnotherRecordIsNoFaultOfThisOne() {
    let result = SourceMatching.compare(
      [record("old", "1"), record("new", "2")], ["a.html": ["a.html": "2"]])
    #expect(result.matched == 1)
    #expect(result.absent == 1)
    #expect(result.faults == [])
  }

  @Test func inputThatChangedIsAFault() {
    let result = SourceMatching.compare([record("a", "1")], ["a.html": ["a.html": "9"]])
    #expect(result.faults.map(\.file) == ["a"])
  }

  @Test func recordOfAnUnreadableInputHasNothingToCompare() {
    let result = SourceMatching.compare([record("a", nil)], ["a.html": ["a.html": "9"]])
    #expect(result.faults == [])
  }
}
