import Extraction
import TestSupport
import Testing

@Test(arguments: FailureReason.allCases)
func guideOfOperatorsTellsWhatToDo(reason: FailureReason) throws {
  let bytes = try PackageFolder.bytes(of: PackageFolder.root + "docs/OPERATOR.md")
  #expect(String(decoding: bytes, as: UTF8.self).contains("\n| `\(reason.rawValue)` | "))
}
