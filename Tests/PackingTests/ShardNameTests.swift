import Testing

@testable import Packing

struct ShardNameTests {
  @Test(arguments: [(1, "records-000001.jsonl.zst"), (1_234_567, "records-1234567.jsonl.zst")])
  func numberAndNameAreOne(number: Int, name: String) {
    #expect(ShardName.name(number) == name)
    #expect(ShardName.number(name) == number)
  }

  @Test(arguments: ["records-1.jsonl.zst", "records-00000x.jsonl.zst", "records-000001.jsonl", ""])
  func otherNamesHaveNoNumber(name: String) {
    #expect(ShardName.number(name) == nil)
  }
}
