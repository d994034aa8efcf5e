import Glibc

/// What a fuzzing process feeds its inputs to.
enum FuzzTarget: String {
  /// Decoding, parsing, extraction and all encodings of the record.
  case page
  /// gzip and zstd files, WARC, MHTML, lines of JSON, and frames that claim to hold a record.
  case container
  /// The small readers: JSON-LD, dates, file names, inotify events.
  case reader
  /// The lines of `winnow stream`.
  case stream
  /// The manifest of a packed folder.
  case packed
  /// The configuration file.
  case settings

  /// The target that the environment variable `WINNOW_FUZZ_TARGET` names.
  static let chosen: FuzzTarget = {
    let name = unsafe getenv("WINNOW_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? "page"
    guard let target = FuzzTarget(rawValue: name) else {
      preconditionFailure("WINNOW_FUZZ_TARGET names no target: \(name)")
    }
    return target
  }()
}

/// The entry point that libFuzzer calls for each input.
///
/// - Parameters:
///   - bytes: The input.
///   - count: Its length.
/// - Returns: 0: the input may be kept.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  switch FuzzTarget.chosen {
  case .page: FuzzedPage(input).run()
  case .container: FuzzedContainer(input).run()
  case .reader: FuzzedReader(input).run()
  case .stream: FuzzedStream(input).run()
  case .packed: FuzzedManifest(input).run()
  case .settings: FuzzedSettings(input).run()
  }
  return 0
}
