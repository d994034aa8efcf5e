/// The quality that a change must not fall under, as a corpus's `floors.json` holds it.
public struct QualityFloors: Codable, Sendable, Equatable {
  /// A hash of every page and expectation: floors hold for one corpus only.
  public var corpusHash: String
  /// The number of pages.
  public var pages: Int
  /// Floors of the fitted model, by the names that ``measure(_:)`` gives.
  public var model: [String: Double]
  /// Floors of density and rules alone.
  public var rules: [String: Double]

  /// The figures that have floors: text and roles over all pages, and roles by kind of page.
  public static func measure(_ pages: [BenchmarkPage]) -> [String: Double] {
    let summary = Summary(of: pages.map(\.score), figures: Figure.compared + [.pageRoleAccuracy])
    var figures: [String: Double] = [:]
    for figure in Figure.compared + [.pageRoleAccuracy] {
      figures[figure.name] = summary[figure]?.value
    }
    for (type, members) in Dictionary(grouping: pages, by: \.pageType) {
      guard let type else { continue }
      let summary = Summary(of: members.map(\.score), figures: [.pageRoleAccuracy])
      figures["pageRoleAccuracy." + type] = summary[.pageRoleAccuracy]?.value
    }
    return figures
  }

  /// The figures under their floor or no longer measured, by name, in order.
  public static func fallen(
    _ figures: [String: Double], under floors: [String: Double]
  ) -> [String] {
    floors.filter { figures[$0.key, default: -1] < $0.value }.map(\.key).sorted()
  }
}
