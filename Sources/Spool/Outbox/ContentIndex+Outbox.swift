import SystemPackage

extension ContentIndex {
  /// The contents that the records of an outbox tell of, failed ones left out: what failed is to be tried again.
  ///
  /// What cannot be read counts as no record. The names of all that was read are on stable storage afterwards.
  init(reading outbox: any Directory) throws(Errno) {
    self.init()
    var index = self
    let inspector = RecordInspector()
    try outbox.forEachName { name in
      guard !index.isFull, !TemporaryNames.contains(name),
        let origin = try? inspector.output(name, in: outbox), !origin.isFailed
      else { return }
      index.insert(origin.sha256, name: name)
    }
    try outbox.synchronize()
    self = index
  }
}
