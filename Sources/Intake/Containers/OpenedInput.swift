/// What a file turned out to be.
public enum OpenedInput: Sendable {
  /// One document.
  case document(Document)
  /// A container of several, which is read as they are asked for.
  case container(ContainerReader)
}
