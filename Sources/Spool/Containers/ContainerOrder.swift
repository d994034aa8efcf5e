/// What those at work on containers are to do before their next page.
package enum ContainerOrder: Hashable, Sendable {
  /// Go on.
  case goOn
  /// Stop, for the process is about to end.
  case stop
  /// Stop until what is wrong is over.
  case hold(PauseCause)
}
