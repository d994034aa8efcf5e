private import CZstd

/// Compresses byte strings to zstd frames with one context.
///
/// Each frame holds its content size and a checksum, so that `zstd -t` and `zstd -l` can verify a
/// record without its origin.
@safe
public struct ZstdCompressor: ~Copyable {
  /// The level used where none is asked for: zstd's own default (`ZSTD_CLEVEL_DEFAULT`).
  ///
  /// A record is a few kilobytes of text; higher levels cost more time than they save bytes.
  public static let defaultLevel = 3
  /// The levels that may be asked for.
  ///
  /// Those above 19 need hundreds of megabytes for a window.
  public static let levels = 1...19

  private let context: OpaquePointer
  /// Where a frame grows before it is copied out at its size.
  private var scratch: [UInt8] = []

  /// A compressor of the given level, which is brought into ``levels``.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - dictionary: What every frame may refer to, and what must be at hand to decompress it; empty for
  ///     none.
  /// - Throws: ``RecordEncodingError/outOfMemory``, or the code with which zstd refused a parameter.
  public init(
    level: Int = Self.defaultLevel, dictionary: [UInt8] = []
  ) throws(RecordEncodingError) {
    let bounded = min(max(level, Self.levels.lowerBound), Self.levels.upperBound)
    unsafe context = try Self.makeContext(level: Int32(bounded), dictionary: dictionary)
  }

  deinit { unsafe _ = ZSTD_freeCCtx(context) }

  /// One frame that holds `bytes`.
  ///
  /// - Throws: ``RecordEncodingError`` when zstd refuses, which it does for want of memory.
  public mutating func compress(_ bytes: Span<UInt8>) throws(RecordEncodingError) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    if scratch.count < bound {
      scratch.append(contentsOf: repeatElement(0, count: bound - scratch.count))
    }
    let context = unsafe self.context
    let written = unsafe scratch.withUnsafeMutableBytes { output in
      unsafe bytes.withUnsafeBufferPointer { input in
        unsafe ZSTD_compress2(
          context, output.baseAddress, output.count, input.baseAddress, input.count)
      }
    }
    try Self.check(written)
    return Array(scratch[..<written])
  }

  private static func makeContext(
    level: Int32, dictionary: [UInt8]
  ) throws(RecordEncodingError) -> OpaquePointer {
    guard let context = unsafe ZSTD_createCCtx() else { throw .outOfMemory }
    do throws(RecordEncodingError) {
      try check(unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level))
      try check(unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1))
      try check(unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 1))
      try check(
        unsafe dictionary.withUnsafeBytes {
          unsafe ZSTD_CCtx_loadDictionary(context, $0.baseAddress, $0.count)
        })
    } catch {
      unsafe _ = ZSTD_freeCCtx(context)
      throw error
    }
    return unsafe context
  }

  private static func check(_ result: Int) throws(RecordEncodingError) {
    guard ZSTD_isError(result) != 0 else { return }
    let code = ZSTD_getErrorCode(result)
    throw code == ZSTD_error_memory_allocation ? .outOfMemory : .compression(code: code.rawValue)
  }
}
