/// Memory of a fixed size that C functions write to, from where bytes are appended to arrays.
///
/// It is allocated once and never cleared, so that a small file costs no more than its bytes.
@safe
struct ChunkBuffer: ~Copyable {
  /// The size of the memory in bytes.
  static let size = 256 << 10

  private let memory: UnsafeMutableRawBufferPointer

  init() {
    unsafe memory = .allocate(byteCount: Self.size, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// Appends to `output` at most `room` bytes, which `fill` writes at the start of what it is given.
  ///
  /// - Parameters:
  ///   - room: The number of bytes that `fill` may write, if the chunk holds as many.
  ///   - output: What the bytes are appended to.
  ///   - fill: Writes bytes and returns their number.
  /// - Throws: What `fill` throws; nothing is appended then.
  mutating func append(
    atMost room: Int, to output: inout [UInt8],
    filledBy fill: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows {
    let offered = min(room, Self.size)
    let chunk = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<offered])
    let written = try unsafe fill(chunk)
    unsafe output.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<written]))
  }
}
