/// Why a corpus, or what is to be compared with it, cannot be used.
enum CorpusError: Error, Equatable {
  /// The folder holds no corpus in any known layout.
  case notACorpus(String)
  /// A file cannot be read.
  case unreadable(String, reason: String)
  /// A file, or a line of it, is not what it should be.
  case malformed(String, reason: String)

  /// What to say of it.
  var message: String {
    switch self {
    case .notACorpus(let folder):
      """
      \(folder) is no corpus: it has neither pages with expected.json, nor texts with .roles.json, \
      nor ground-truth.jsonl or ground-truth.json with html/, nor pages.jsonl
      """
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .malformed(let file, let reason): "\(file): \(reason)"
    }
  }
}
