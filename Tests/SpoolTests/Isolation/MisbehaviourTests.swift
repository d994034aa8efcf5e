import Spool
import Testing

@Test(arguments: Misbehaviour.allCases)
func pageNamesAMisbehaviour(kind: Misbehaviour) {
  let page = "<!--winnow-misbehave: \(kind.rawValue)--><p>a</p>"
  #expect(Misbehaviour(page: Array(page.utf8)) == kind)
}

@Test(arguments: [
  "", "<!--winnow-misbehave: ", "<!--winnow-misbehave: none-->", "<!--winnow-misbehave: crash",
  " <!--winnow-misbehave: crash-->",
])
func otherPagesNameNone(page: String) {
  #expect(Misbehaviour(page: Array(page.utf8)) == nil)
}
