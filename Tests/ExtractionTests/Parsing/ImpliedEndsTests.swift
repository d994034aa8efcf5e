import TestSupport
import Testing

@testable import Extraction

/// What the reducer knows of implied ends is held against libxml2.
struct ImpliedEndsTests {
  /// The elements that the reducer opens in the body.
  private static let opened = ElementName.allCases.filter {
    $0.traits.isDisjoint(with: [.opaque, .discarded, .rawText])
      && ![.other, .root, .html, .head, .body].contains($0)
  }

  @Test(arguments: opened.filter { !$0.traits.contains(.void) })
  func startTagsThatEndAnElementInLibxml2AreKnown(_ element: ElementName) throws {
    for next in Self.opened where next != .frameset {
      let page = WholeParse(Array("<body><x-a><\(element.name)>a<\(next.name)>b".utf8))
      let outer = try #require(page.tree.nodes.firstIndex { $0.name == element })
      let inner = try #require(page.tree.nodes.lastIndex { $0.name == next })
      let isEnded = Int(page.tree.nodes[inner].parent) != outer
      #expect(
        ImpliedEnds().mayEnd(element, at: next) == isEnded, "\(element.name), \(next.name)")
    }
  }

  @Test(arguments: ["x-y", "a:b", "blink", "video.js", "_x", String(repeating: "a", count: 99)])
  func namesThatNobodyKnowsAreOrdinary(_ name: String) {
    let bytes = Array(name.utf8)
    let isOrdinary = ImpliedEnds.isOrdinary(bytes.span, NameHash(bytes.span))
    #expect(isOrdinary)
  }

  @Test(arguments: [
    "listing", "isindex", "basefont", "p\u{e9}", "a\"b", String(repeating: "a", count: 100),
  ])
  func namesThatLibxml2ReadsOtherwiseAreNotOrdinary(_ name: String) {
    let bytes = Array(name.utf8)
    let isOrdinary = ImpliedEnds.isOrdinary(bytes.span, NameHash(bytes.span))
    #expect(!isOrdinary)
  }
}
