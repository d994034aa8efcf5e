import ArgumentParser
import Settings

/// The folders of the daemon and what becomes of inputs and records.
struct FolderArguments: SettingArguments {
  @Option(.inbox) var inbox: String?
  @Option(.outbox) var outbox: String?
  @Option(.done) var done: String?
  @Option(.failed) var failed: String?
  @Option(.retire) var retire: String?

  @Flag(help: "Leave done inputs in the inbox: --retire keep.")
  var keep = false

  @Flag(help: "Remove done inputs: --retire delete.")
  var delete = false

  @Option(.existing) var existing: String?
  @Option(.deduplicate) var deduplicate: String?

  func validate() throws {
    guard [keep, delete, retire != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("--keep, --delete and --retire exclude each other")
    }
  }

  var flags: [(SettingName, String?)] {
    [
      (.inbox, inbox), (.outbox, outbox), (.done, done), (.failed, failed),
      (.retire, keep ? "keep" : delete ? "delete" : retire), (.existing, existing),
      (.deduplicate, deduplicate),
    ]
  }
}
