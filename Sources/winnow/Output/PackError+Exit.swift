import ArgumentParser
import Glibc
import Packing
import SystemPackage

extension PackError {
  /// What to say of it, of packing into `folder`.
  func message(folder: FilePath) -> String {
    switch self {
    case .folder(let error): "\(folder): \(error)"
    case .locked: "\(folder): another process packs into it"
    case .notEmpty: "\(folder) holds shards already; --skip-existing goes on with them"
    case .noManifest:
      "\(folder) holds shards and no manifest.jsonl, so nothing tells what is in them: pack into another folder"
    case .damagedShard(let name):
      "\(folder)/\(name) is gone or damaged, by its size: put it back, or pack into another folder"
    case .foreignManifest: "\(folder)/manifest.jsonl is none of winnow's, or has lost lines"
    case .otherDictionary: "the shards in \(folder) have another dictionary"
    case .inputOutput(let error): "\(folder): \(error)"
    case .encoding(let error): "\(folder): zstd: \(error)"
    }
  }

  /// The exit code for it.
  var exitCode: ExitCode {
    switch self {
    case .folder, .notEmpty, .noManifest, .damagedShard, .foreignManifest: ExitCode(EX_CANTCREAT)
    case .locked: ExitCode(EX_TEMPFAIL)
    case .otherDictionary: .validationFailure
    case .inputOutput, .encoding: ExitCode(EX_IOERR)
    }
  }
}
