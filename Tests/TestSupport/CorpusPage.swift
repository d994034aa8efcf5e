import Foundation

/// A page of the project's corpus with what is expected of it.
public struct CorpusPage: Sendable, CustomStringConvertible {
  /// The name of its folder, `area--case`.
  public let name: String
  /// The page as a site serves it.
  public let source: [UInt8]
  /// The file that says what is expected, as it is.
  public let expectation: [UInt8]
  /// What is expected.
  public let expected: ExpectedPage

  /// The page's name, under which a test of it is listed.
  public var description: String { name }

  /// Every page, by name.
  public static let all: [CorpusPage] = {
    let folder = PackageFolder.corpus + "pages/"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { try? CorpusPage(name: $0, folder: folder + $0 + "/") }
  }()

  private init(name: String, folder: String) throws {
    self.name = name
    source = try PackageFolder.bytes(of: folder + "source.html")
    expectation = try PackageFolder.bytes(of: folder + "expected.json")
    expected = try JSONDecoder().decode(ExpectedPage.self, from: Data(expectation))
  }
}
