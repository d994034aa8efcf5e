import Extraction

/// How much of a file is read and how far it may grow when it is decompressed.
///
/// The rules are those of fault case 20, decompression bombs, in RELIABILITY.md.
public struct IntakeLimits: Sendable, Equatable {
  /// The largest file read, in bytes.
  ///
  /// 100 MiB is twice the largest page that a person would write, and no more than may come out of a
  /// compressed one.
  public var fileBytes = 100 << 20
  /// The most bytes that come out of one file.
  ///
  /// 100 MiB is the default of Vector's
  /// `VECTOR_MAX_DECOMPRESSED_SIZE_BYTES`.
  public var decompressedBytes = 100 << 20
  /// The most decompressed bytes for each stored one.
  ///
  /// 100 is Tika's default; saved pages compress by
  /// 4 to 20.
  public var decompressionRatio = 100
  /// The decompressed bytes up to which the ratio does not count.
  ///
  /// One million is Tika's default: a small file that grows to this does no harm.
  public var ratioFreeBytes = 1_000_000
  /// The largest container read, in stored bytes.
  ///
  /// Containers are read in bounded memory, so this bounds time alone: 16 GiB are three times the largest
  /// WARC that crawlers write by default, and some minutes of reading.
  public var containerBytes = 16 << 30
  /// How many compressions may lie in one another: a `.gz` that was sent compressed has two.
  public var compressionDepth = 2

  /// The default limits.
  public init() {}

  /// The most bytes that may come out of a file of the given size, and the limit that says so.
  func outputCap(storedBytes: Int) -> (bytes: Int, limit: ExtractionLimit) {
    let product = storedBytes.multipliedReportingOverflow(by: decompressionRatio)
    let byRatio = product.overflow ? Int.max : max(ratioFreeBytes, product.partialValue)
    return byRatio < decompressedBytes
      ? (byRatio, .decompressionRatio) : (decompressedBytes, .decompressedBytes)
  }
}
