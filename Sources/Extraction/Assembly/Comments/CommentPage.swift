/// What the comments of a page are read from.
struct CommentPage {
  /// Words of a block that may say who wrote a comment and when; longer ones are the comment.
  static let headWords: Float = 12

  let tree: BlockTree
  let statistics: [BlockStatistics]
  let groups: SiblingGroups
  /// Whether each block has the role `comment`.
  let isComment: [Bool]
  /// Whether each block stands in a form.
  let isInForm: [Bool]
  /// The names that elements give to people, by the block at which they begin; the outer of two first.
  let people: [Int: [String]]
  /// The dates at blocks.
  let dates: [Int: WrittenDate]

  /// The evidence of a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - features: What is known of it.
  ///   - roles: The role of each block.
  ///   - builder: What the page declares.
  ///   - reader: Reads dates as the page's language writes them.
  init(
    _ tree: BlockTree, _ features: PageFeatures, roles: [Role], builder: BlockTreeBuilder,
    reader: DateReader
  ) {
    self.tree = tree
    statistics = features.statistics
    groups = features.groups
    isComment = roles.map { $0 == .comment }
    isInForm = tree.blocks.map { features.zones.zones(of: Int($0.leaf)).contains(.form) }
    people = Self.people(builder, isComment: isComment)
    let marked = Self.markedDates(builder, reader: reader, isComment: isComment)
    // Where two comments have a marked date, a date that merely stands in a text is no sign of another.
    dates =
      marked.count > 1
      ? marked
      : marked.merging(
        Self.writtenDates(tree, features.statistics, reader: reader, isComment: isComment)
      ) { first, _ in first }
  }

  /// Whether a block is short and no sentence.
  func isShort(_ block: Int) -> Bool {
    statistics[block].words <= Self.headWords && !statistics[block].endsSentence
  }

  private static func people(
    _ builder: BlockTreeBuilder, isComment: [Bool]
  ) -> [Int: [String]] {
    var people: [Int: [String]] = [:]
    for property in builder.declarations.properties
    where ["author", "creator", "rel:author"].contains(property.name) {
      guard isComment.indices.contains(property.block), isComment[property.block] else { continue }
      if let name = CommentAuthors.name(in: property.text) {
        people[property.block, default: []].append(name)
      }
    }
    for person in builder.people where isComment.indices.contains(person.block) {
      guard isComment[person.block], let name = CommentAuthors.name(in: person.text) else {
        continue
      }
      people[person.block, default: []].append(name)
    }
    return people
  }

  private static func markedDates(
    _ builder: BlockTreeBuilder, reader: DateReader, isComment: [Bool]
  ) -> [Int: WrittenDate] {
    var dates: [Int: WrittenDate] = [:]
    func note(_ date: WrittenDate?, at block: Int) {
      guard let date, isComment.indices.contains(block), isComment[block], dates[block] == nil
      else { return }
      dates[block] = date
    }
    for time in builder.declarations.times {
      note(
        time.datetime.flatMap(reader.declared) ?? reader.shown(in: time.text).first?.date,
        at: time.block)
    }
    for property in builder.declarations.properties
    where property.name == "datepublished" || property.name == "datecreated" {
      note(property.value.flatMap(reader.declared), at: property.block)
    }
    for candidate in builder.bylineCandidates {
      note(reader.shown(in: candidate.text).first?.date, at: candidate.block)
    }
    return dates
  }

  private static func writtenDates(
    _ tree: BlockTree, _ statistics: [BlockStatistics], reader: DateReader, isComment: [Bool]
  ) -> [Int: WrittenDate] {
    var dates: [Int: WrittenDate] = [:]
    for block in tree.blocks.indices where isComment[block] {
      guard statistics[block].words <= headWords, !statistics[block].endsSentence else { continue }
      dates[block] = reader.shown(in: tree.string(of: tree.blocks[block])).first?.date
    }
    return dates
  }
}
