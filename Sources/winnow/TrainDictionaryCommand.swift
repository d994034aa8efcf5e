import ArgumentParser
import Extraction
import Glibc
import Intake
import RecordEncoding
import SystemPackage

/// `winnow train-dictionary`: a dictionary for zstd from records.
struct TrainDictionaryCommand: ParsableCommand {
  /// The sizes that make sense: zstd refuses less, and more no longer fits its caches.
  private static let sizeRange = 256...(2 << 20)

  static let configuration = CommandConfiguration(
    commandName: "train-dictionary",
    abstract: "Makes a dictionary for packing small records.",
    discussion: """
      FILE holds records, one on each line, plain or compressed. The dictionary lets winnow extract --pack \
      compress each record on its own (--frame 1) to little more than it takes among others. Whoever reads \
      such shards needs it too: zstd -D DICTIONARY.

      Examples:
        winnow extract sample/ --format jsonl > sample.jsonl
        winnow train-dictionary sample.jsonl -o records.dictionary
        winnow extract pages/ --output shards --pack 256MiB --frame 1 --dictionary records.dictionary

      Exit status: 0 all well, 1 a file cannot be read or gives no dictionary, 64 wrong usage, 73 the \
      dictionary cannot be made.
      """)

  @Argument(help: ArgumentHelp("Files of records, one on each line.", valueName: "file"))
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The dictionary.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The most bytes of the dictionary.", valueName: "size"))
  var size = ByteSize(bytes: ZstdDictionaryTrainer.defaultByteCount)

  func validate() throws {
    if !Self.sizeRange.contains(size.bytes) {
      throw ValidationError("--size is from 256 to 2MiB.")
    }
  }

  func run() throws {
    do {
      let (samples, counts) = try samples()
      guard counts.count >= ZstdDictionaryTrainer.leastSampleCount else {
        StandardError.tell("\(counts.count) records are too few for a dictionary")
        throw ExitCode.failure
      }
      let dictionary = try ZstdDictionaryTrainer.train(
        samples, counts: counts, byteCount: size.bytes)
      try OutputFile.write(dictionary, to: ArgumentPath.path(output))
    } catch let error as FailedDocument {
      StandardError.tell("\(error.source.name): failed: \(error.reason.rawValue)")
      throw ExitCode.failure
    } catch let error as RecordEncodingError {
      StandardError.tell("the records give no dictionary: \(error)")
      throw ExitCode.failure
    } catch let error as OutputFileError {
      StandardError.tell(error.message)
      throw ExitCode(error.exitCode)
    }
  }

  private func samples() throws(FailedDocument) -> (bytes: [UInt8], counts: [Int]) {
    var bytes: [UInt8] = []
    var counts: [Int] = []
    for file in files {
      let document = try DocumentReader.document(named: file, url: nil, as: .text)
      for line in document.bytes.split(separator: UInt8(ascii: "\n")) {
        bytes += line
        counts.append(line.count)
      }
    }
    return (bytes, counts)
  }
}
