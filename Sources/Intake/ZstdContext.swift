private import CZstd

/// The context of a decompression by zstd, which goes with this value.
@safe
struct ZstdContext: ~Copyable {
  /// The logarithm of the largest window granted: 128 MiB, what zstd(1) grants without `--long`.
  private static let windowLog: Int32 = 27

  /// The context; `nil` when memory was short.
  let pointer: OpaquePointer?

  /// A context that is ready for a frame.
  init() {
    unsafe pointer = ZSTD_createDCtx()
    if let pointer = unsafe pointer {
      unsafe _ = ZSTD_DCtx_setParameter(pointer, ZSTD_d_windowLogMax, Self.windowLog)
    }
  }

  deinit { unsafe _ = ZSTD_freeDCtx(pointer) }

  /// Gets ready for the beginning of a frame; a dictionary stays.
  func reset() {
    if let pointer = unsafe pointer {
      unsafe _ = ZSTD_DCtx_reset(pointer, ZSTD_reset_session_only)
    }
  }
}
