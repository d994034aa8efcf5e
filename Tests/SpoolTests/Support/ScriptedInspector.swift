import Spool
import SystemPackage

/// Reads outputs of the form `SHA256 STATUS …`, as `ProcessedDocument.made` writes them.
struct ScriptedInspector: OutputInspecting {
  func output(_ name: FileName, in outbox: any Directory) throws(Errno) -> OutputOrigin? {
    let text = String(decoding: try outbox.contents(of: name, limit: 1000), as: UTF8.self)
    let fields = text.split(separator: " ")
    guard fields.count >= 2 else { return nil }
    return OutputOrigin(sha256: String(fields[0]), isFailed: fields[1] == "failed")
  }
}
