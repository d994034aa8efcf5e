/// How lines of the log are written.
package enum LogFormat: String, Sendable {
  /// Time, level and text, for people.
  case text
  /// A JSON object a line.
  case json
  /// Text after a priority in angle brackets, which the journal takes out (sd-daemon(3)).
  case journal
}
