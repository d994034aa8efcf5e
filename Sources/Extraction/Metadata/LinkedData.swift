/// The JSON-LD of a page, reduced to the nodes that speak of the page itself.
struct LinkedData {
  /// The nodes that may stand for the page, the most telling first.
  private(set) var pageNodes: [JSONValue] = []
  /// The nodes that name the site or who runs it: `WebSite`, `Organization` and its kinds.
  private(set) var siteNodes: [JSONValue] = []
  /// Every node with an `@id` that says more than its `@id`, by it.
  private var nodesByID: [String: JSONValue] = [:]

  /// How many nodes are looked at; catalogues list thousands.
  private static let nodeLimit = 5_000
  /// How many articles are asked whether they are the page; longer lists are of other pages.
  private static let articleLimit = 256

  /// The nodes of the given script bodies.
  ///
  /// - Parameters:
  ///   - scripts: The bodies as the page has them.
  ///   - isOwn: Whether a node's headline or address is the page's own; decides among several articles.
  init(scripts: [String], isOwn: (JSONValue) -> Bool) {
    let roots = scripts.compactMap { JSONReader.value(in: $0) }
    var count = 0
    for root in roots { index(root, count: &count) }
    var ranked: [(rank: Int, node: JSONValue)] = []
    for node in roots.flatMap(Self.mainNodes).prefix(Self.nodeLimit) {
      let types = Self.types(of: node)
      if let rank = types.compactMap(LinkedDataType.rank).min() { ranked.append((rank, node)) }
      if types.contains(where: LinkedDataType.isSite) { siteNodes.append(node) }
    }
    let articles = ranked.filter { $0.rank == 0 }
    if articles.count > 1 {
      // Several articles are the entries of a list, unless one of them is this page.
      let own = articles.prefix(Self.articleLimit).filter { isOwn($0.node) }.map {
        (rank: -1, node: $0.node)
      }
      ranked = own + ranked.filter { $0.rank != 0 }
    }
    pageNodes = ranked.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.node)
  }

  /// The first text of that property on the page's nodes, cleaned.
  func text(_ name: String) -> String? {
    pageNodes.lazy.compactMap { node in node[name].flatMap { self.firstText($0) } }.first
  }

  /// The node a value refers to by `@id` alone, else the value.
  func resolved(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value, members.count <= 2, value["name"] == nil,
      let id = value["@id"]?.text
    else { return value }
    return nodesByID[id] ?? value
  }

  /// The first text in a value: itself, its `@value`, `name`, `url` or `@id`, or that of its first element.
  func firstText(_ value: JSONValue) -> String? {
    for element in value.elements {
      let node = resolved(element)
      let text =
        node.text ?? node["@value"]?.text ?? node["name"]?.text ?? node["url"]?.text
        ?? node["@id"]?.text
      if let text = MetadataText.cleaned(text) { return text }
    }
    return nil
  }

  /// The types of a node in lower case, without `schema:` or its address before them.
  static func types(of node: JSONValue) -> [String] {
    (node["@type"]?.elements ?? []).compactMap { type in
      type.text?.lowercased().split { $0 == "/" || $0 == ":" || $0 == "#" }.last.map(String.init)
    }
  }

  /// The objects that stand at the top, in a top `@graph`, or as the `mainEntity` of one of these.
  private static func mainNodes(_ root: JSONValue) -> [JSONValue] {
    root.elements.flatMap { node -> [JSONValue] in
      guard case .object = node else { return [] }
      let members = node["@graph"]?.elements ?? []
      return ([node] + members).flatMap { [$0] + mainEntities(of: $0) }
    }
  }

  private static func mainEntities(of node: JSONValue) -> [JSONValue] {
    // A list page names its whole list as main entity, a page of questions each of them.
    guard let entity = node["mainEntity"], entity.elements.count == 1 else { return [] }
    return entity.elements.filter { $0["@type"] != nil }
  }

  private mutating func index(_ value: JSONValue, count: inout Int) {
    count += 1
    guard count < Self.nodeLimit else { return }
    switch value {
    case .object(let members):
      if let id = value["@id"]?.text, members.count > 2 || value["name"] != nil {
        nodesByID[id] = nodesByID[id] ?? value
      }
      for member in members { index(member.value, count: &count) }
    case .array(let values):
      for element in values { index(element, count: &count) }
    default: break
    }
  }
}
