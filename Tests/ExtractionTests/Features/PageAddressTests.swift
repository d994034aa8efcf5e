import Testing

@testable import Extraction

@Suite struct PageAddressTests {
  @Test func theCanonicalLinkIsRead() {
    var declarations = PageDeclarations()
    declarations.links = [
      LinkDeclaration(rel: "canonical", href: "https://a.example/forum/thread/9")
    ]
    var address = PageAddress()
    address.read(declarations)
    #expect(address.hints.isSuperset(of: [.forum, .absolute]))
    #expect(address.depth == 3)
  }

  @Test func aPageWithoutAddressHasNoDepth() {
    var address = PageAddress()
    address.read(PageDeclarations())
    #expect(address.depth == -1)
    #expect(address.hints.isEmpty)
  }
}
