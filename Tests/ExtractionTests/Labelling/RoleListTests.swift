import Testing

@testable import Extraction

struct RoleListTests {
  @Test func listNamesItsRoles() throws {
    #expect(try Role.set(named: "all") == Set(Role.allCases))
    #expect(try Role.set(named: "article,title,article") == [.article, .title])
  }

  @Test(arguments: [
    ("article,,title", ""), ("", ""), ("article,body", "body"), ("all,title", "all"),
  ])
  func unknownNameIsTold(list: String, name: String) {
    #expect(throws: UnknownRole(name: name)) { try Role.set(named: list) }
  }
}
