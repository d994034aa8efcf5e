/// What to do with a path whose last part is a symbolic link.
public enum SymbolicLinkPolicy: Sendable {
  /// Open what the link points at: for files that a user names.
  case follow
  /// Refuse it: for files that are found in a directory, where another user could have put the link.
  case refuse
}
