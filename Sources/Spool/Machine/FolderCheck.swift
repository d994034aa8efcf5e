/// What came of a look at the folders.
package enum FolderCheck: Hashable, Sendable {
  /// The paths lead to the folders that are open.
  case unchanged
  /// Some path led elsewhere, and all folders were opened again.
  case reopened
  /// A folder is not there, or not what it has to be.
  case unavailable(String)
}
