/// What became of an input that was to be tried again.
package enum RetryOutcome: Hashable, Sendable {
  /// It is back in the inbox.
  case moved
  /// It stays, since the inbox has a file of that name.
  case nameTaken
  /// It is not there any more.
  case gone
  /// It stays because of what the file system says.
  case refused(String)
}
