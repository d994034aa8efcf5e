/// How far a container was read.
enum ContainerEnd: Equatable {
  /// To its end, and nothing of it is missing.
  case whole
  /// To its end, but it is damaged or larger than is read.
  case damaged
  /// The operating system failed to read, so that another run may read more.
  case unread
}
