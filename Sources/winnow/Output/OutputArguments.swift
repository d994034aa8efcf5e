import ArgumentParser
import Packing
import RecordEncoding
import SystemPackage

/// Where `winnow extract` puts records.
struct OutputArguments: ParsableArguments {
  /// The bytes of JSON in a frame that may be asked for; a frame is held in memory.
  private static let frameRange = 1...(64 << 20)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write each record to a file of its own in this folder: that of a/b.html, found in the directory a, to \
      b.html.json. A file that fails gives none. With --pack, the folder for shards.
      """, valueName: "directory"))
  var output: String?

  @Flag(
    help:
      "With --output: leave out the files whose records are there, so that a run is gone on with.")
  var skipExisting = false

  @Option(
    help: ArgumentHelp(
      """
      Pack records into files of at most this size, records-000001.jsonl.zst and so on, with manifest.jsonl \
      beside them. 4KiB or more.
      """, valueName: "size"))
  var pack: ByteSize?

  @Option(
    help: ArgumentHelp(
      "With --pack: the JSON after which a zstd frame ends; 1 gives each record its own.",
      valueName: "size"))
  var frame: ByteSize?

  @Option(
    help: ArgumentHelp(
      "With --pack: the dictionary to compress with, from winnow train-dictionary.",
      valueName: "file"))
  var dictionary: String?

  @Option(
    help: "With --pack: the level of zstd, 1 to 19. (default: \(ZstdCompressor.defaultLevel))")
  var level: Int?

  func validate() throws {
    if output == nil, skipExisting || pack != nil {
      throw ValidationError("--skip-existing and --pack need --output.")
    }
    if pack == nil, frame != nil || dictionary != nil || level != nil {
      throw ValidationError("--frame, --dictionary and --level need --pack.")
    }
    if let pack, pack.bytes < PackOptions.leastShardByteCount {
      throw ValidationError("--pack is 4KiB or more.")
    }
    if let frame, !Self.frameRange.contains(frame.bytes) {
      throw ValidationError("--frame is at most 64MiB.")
    }
    if let level, !ZstdCompressor.levels.contains(level) {
      throw ValidationError("--level is a number from 1 to \(ZstdCompressor.levels.upperBound).")
    }
  }

  /// The folder, if one was named.
  var folder: FilePath? { output.map(ArgumentPath.path) }

  /// How to pack into shards of that size.
  ///
  /// - Throws: ``OutputFileError`` when the dictionary cannot be read.
  func packOptions(shardByteCount: Int) throws(OutputFileError) -> PackOptions {
    var options = PackOptions(
      shardByteCount: shardByteCount, level: level ?? ZstdCompressor.defaultLevel)
    if let frame { options.frameByteCount = frame.bytes }
    if let dictionary {
      options.dictionary = try OutputFile.contents(of: ArgumentPath.path(dictionary))
    }
    return options
  }
}
