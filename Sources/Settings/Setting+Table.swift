extension Setting {
  /// The settings of one subject.
  package struct Group: Sendable {
    /// The subject.
    package let title: String
    /// Its settings.
    package let settings: [Setting]
  }

  /// All settings by subject: the table.
  package static let groups = [
    Group(title: "Folders", settings: folders),
    Group(title: "Work", settings: work),
    Group(title: "When a file is whole", settings: readiness),
    Group(title: "Limits", settings: limits),
    Group(title: "Retention", settings: retention),
    Group(title: "Log", settings: log),
    Group(title: "Monitoring", settings: monitoring),
  ]

  /// All settings, in the order of the table.
  package static let all = groups.flatMap(\.settings)

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The row of a setting.
  package static func named(_ name: SettingName) -> Setting {
    guard let setting = byName[name] else {
      preconditionFailure("each name has a row, which a test sees to")
    }
    return setting
  }

  private static let folders = [
    Setting(
      .inbox, .path, change: .restart, "The folder to watch. It must exist."),
    Setting(
      .outbox, .path, change: .restart, "The folder for records. It must exist."),
    Setting(
      .done, .path, absence: "INBOX/done", change: .restart,
      "The folder for done inputs, on the file system of the inbox."),
    Setting(
      .failed, .path, absence: "INBOX/failed", change: .restart,
      "The folder for failed inputs, on the file system of the inbox."),
    Setting(
      .retire, .choice(["move", "keep", "delete"]), .text("move"),
      shorthands: ["keep", "delete"],
      "Move done inputs to their folder, keep them in the inbox, or delete them."),
    Setting(
      .existing, .choice(["rename", "replace", "skip"]), .text("rename"),
      "Where another input's record has the name: give the new one another, replace it, or write none."
    ),
    Setting(
      .deduplicate, .choice(["none", "content"]), .text("none"),
      "Write no record for an input whose very bytes have one already."),
  ]

  private static let work = [
    Setting(
      .workers, .integer(1...1024), absence: "the number of cores",
      "Documents read at a time; up to sixteen times as many may wait for the disk."),
    Setting(
      .isolation, .choice(["process", "none"]), .text("process"),
      "Where pages are read: in confined processes, or in the daemon itself."),
    Setting(.compressionLevel, .integer(1...19), .integer(3), "Level of zstd."),
    Setting(
      .roles, .roles, .text("title,byline,article,caption,comment"),
      "Roles of the blocks that records list, separated by commas, or all."),
    Setting(
      .bias, .decimal(-0.9...1), .decimal(0.15),
      "How much precision counts for more than recall."),
  ]

  private static let readiness = [
    Setting(
      .ready, .choice(["closed", "stable", "done-file"]), .text("closed"),
      "What shows that a file is whole: it was closed, it holds still, or a file beside it."),
    Setting(
      .doneSuffix, .nameEnding, .text(".done"),
      "The ending of the file beside it, with --ready done-file."),
    Setting(
      .stabilitySeconds, .seconds(0...day), .decimal(2),
      "Seconds for which a file that was merely found must not change."),
    Setting(
      .minimumAgeSeconds, .seconds(0...(365 * day)), .decimal(0),
      "Seconds for which any file must not have changed."),
    Setting(
      .rescanSeconds, .seconds(0.1...day), .decimal(60),
      "Seconds between two full scans of the inbox."),
    Setting(
      .poll, .boolean, .boolean(false),
      "Scan the inbox in short intervals and do not watch it, as network file systems need."),
  ]

  // Seconds.
  private static let day = 86_400.0
}
