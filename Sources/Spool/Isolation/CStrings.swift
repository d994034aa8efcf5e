import Glibc

/// An array of C strings that ends in a null, as `execve` takes it.
@safe
struct CStrings: ~Copyable {
  private let memory: UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>

  /// Copies of the strings.
  init(_ strings: [String]) {
    unsafe memory = .allocate(capacity: strings.count + 1)
    unsafe memory.initialize(repeating: nil)
    for (index, string) in strings.enumerated() { unsafe memory[index] = strdup(string) }
  }

  deinit {
    for index in unsafe memory.indices { unsafe free(memory[index]) }
    unsafe memory.deallocate()
  }

  /// The array, valid as long as this value lives.
  var pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    unsafe memory.baseAddress
  }
}
