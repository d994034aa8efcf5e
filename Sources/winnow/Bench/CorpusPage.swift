import Evaluation
import SystemPackage

/// A page of a corpus: where it is and what readers say of it.
struct CorpusPage: Sendable {
  /// The page's file.
  var path: FilePath
  /// What readers say of it.
  var reference: ReferencePage
}
