public import RecordEncoding
public import SystemPackage

/// Why records could not be packed.
public enum PackError: Error, Sendable, Equatable {
  /// The folder cannot be made or opened.
  case folder(Errno)
  /// Another process packs into the folder.
  case locked
  /// The folder holds shards, and the caller did not say to go on with them.
  case notEmpty
  /// The folder holds shards without the manifest that would tell what is in them.
  case noManifest
  /// The shard of that name is gone, or has another size than the manifest says.
  case damagedShard(String)
  /// The folder's manifest was not written by this program, or is damaged before its end.
  case foreignManifest
  /// The shards in the folder were packed with another dictionary, or without one.
  case otherDictionary
  /// A file cannot be read or written.
  case inputOutput(Errno)
  /// zstd refused, as it does for want of memory or for a damaged dictionary.
  case encoding(RecordEncodingError)
}
