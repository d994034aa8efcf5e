/// Files that came to be known, by how.
package struct Discoveries: Hashable, Sendable {
  /// Through an event of the kernel.
  package var events = 0
  /// By a listing of the inbox.
  package var scans = 0

  /// None.
  package init() {}
}
