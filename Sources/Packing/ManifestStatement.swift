/// A line of a manifest with all that it says, for whoever checks it.
package enum ManifestStatement: Hashable, Sendable {
  /// The first line; `dictionary` is the digest of the dictionary, if there is one.
  case head(dictionary: String?)
  /// Where a record stands.
  case record(Place)
  /// The container of that name was read to its end.
  case container(String)
  /// What a shard is.
  case shard(Shard)

  /// What is said of a record.
  package struct Place: Hashable, Sendable {
    /// What it was made of.
    package var source: PackedSource
    /// Its identifier.
    package var id: String
    /// Its status.
    package var status: String
    /// SHA-256 of its input, `nil` when that could not be read.
    package var sha256: String?
    /// The shard's name.
    package var shard: String
    /// Where its frame begins in the shard, in bytes.
    package var frameOffset: Int
    /// The bytes of its frame.
    package var frameBytes: Int
    /// Where its line begins in the decompressed frame, in bytes.
    package var offset: Int
    /// The bytes of its line, with the line feed.
    package var bytes: Int

    /// The same with the texts of another where they are equal, so that they are held once.
    package func sharing(with other: Place?) -> Place {
      var place = self
      guard let other else { return place }
      if other.shard == shard { place.shard = other.shard }
      if other.source.name == source.name { place.source.name = other.source.name }
      if other.status == status { place.status = other.status }
      return place
    }
  }

  /// What is said of a shard.
  package struct Shard: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its bytes.
    package var bytes: Int
    /// SHA-256 of the file.
    package var sha256: String
    /// The bytes of JSON in it.
    package var contentBytes: Int
    /// Its records.
    package var records: Int
    /// Those of them that failed.
    package var failed: Int
    /// Its frames.
    package var frames: Int
  }

  /// What a line says; `nil` when it is none of a manifest's.
  package init?(_ line: [UInt8]) {
    guard let fields = Fields(line) else { return nil }
    switch fields["kind"] {
    case "manifest" where fields["schema"] == Manifest.schema:
      self = .head(dictionary: fields["dictionary"])
    case "record":
      guard let place = Place(fields) else { return nil }
      self = .record(place)
    case "container":
      guard let name = fields["source"] else { return nil }
      self = .container(name)
    case "shard":
      guard let shard = Shard(fields) else { return nil }
      self = .shard(shard)
    default: return nil
    }
  }

  /// The members of a line.
  fileprivate struct Fields {
    private let members: [String: String]

    init?(_ line: [UInt8]) {
      guard let members = ManifestLine.members(line) else { return nil }
      self.members = members
    }

    subscript(name: String) -> String? { members[name] }

    /// A number of bytes or things, which is never below zero.
    func count(_ name: String) -> Int? {
      members[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
  }
}

extension ManifestStatement.Place {
  fileprivate init?(_ fields: ManifestStatement.Fields) {
    guard let source = fields["source"], let id = fields["id"], let status = fields["status"],
      let shard = fields["shard"], let frameOffset = fields.count("frameOffset"),
      let frameBytes = fields.count("frameBytes"), frameBytes <= SeekTable.largestFrame,
      let offset = fields.count("offset"), let bytes = fields.count("bytes")
    else { return nil }
    self.source = PackedSource(source, page: fields.count("page"))
    self.id = id
    self.status = status
    sha256 = fields["sha256"]
    self.shard = shard
    self.frameOffset = frameOffset
    self.frameBytes = frameBytes
    self.offset = offset
    self.bytes = bytes
  }
}

extension ManifestStatement.Shard {
  fileprivate init?(_ fields: ManifestStatement.Fields) {
    guard let name = fields["name"], ShardName.number(name) != nil,
      let bytes = fields.count("bytes"), let sha256 = fields["sha256"],
      let contentBytes = fields.count("contentBytes"), let records = fields.count("records"),
      let failed = fields.count("failed"), let frames = fields.count("frames")
    else { return nil }
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.contentBytes = contentBytes
    self.records = records
    self.failed = failed
    self.frames = frames
  }
}
