private import CZstd

/// Makes dictionaries for zstd of samples of what is to be compressed.
public enum ZstdDictionaryTrainer {
  /// The size of a dictionary unless asked otherwise, in bytes: the default of `zstd --train`.
  public static let defaultByteCount = 112_640
  /// The fewest samples that zstd makes anything of; it recommends a hundred times the dictionary's bytes.
  public static let leastSampleCount = 8

  /// A dictionary of at most `byteCount` bytes.
  ///
  /// - Parameters:
  ///   - samples: The samples, one after the other.
  ///   - counts: The bytes of each.
  ///   - byteCount: The most bytes of the dictionary.
  /// - Returns: The dictionary.
  /// - Throws: ``RecordEncodingError`` when there are too few samples, or too little is alike in them.
  public static func train(
    _ samples: [UInt8], counts: [Int], byteCount: Int = defaultByteCount
  ) throws(RecordEncodingError) -> [UInt8] {
    precondition(counts.reduce(0, +) == samples.count, "the counts are those of the samples")
    var result = 0
    let dictionary = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { output, count in
      unsafe samples.withUnsafeBytes { input in
        unsafe counts.withUnsafeBufferPointer { sizes in
          result = unsafe ZDICT_trainFromBuffer(
            output.baseAddress, output.count, input.baseAddress, sizes.baseAddress,
            UInt32(sizes.count))
        }
      }
      count = ZDICT_isError(result) == 0 ? result : 0
    }
    guard ZDICT_isError(result) == 0 else {
      throw .compression(code: ZSTD_getErrorCode(result).rawValue)
    }
    return dictionary
  }
}
