import Extraction
package import Intake
package import SystemPackage

/// Reads a source once and tells a ledger what it holds.
package enum SourceReading {
  /// Reads an open file.
  ///
  /// - Parameters:
  ///   - file: The file, at its beginning.
  ///   - range: The claims on it.
  ///   - limits: Of a container above them, not all is compared.
  ///   - ledger: Holds them.
  /// - Returns: Whether the file was read to its end.
  package static func read(
    _ file: FileDescriptor, for range: Range<Int>, limits: IntakeLimits,
    in ledger: inout SourceLedger
  ) -> Bool {
    guard ledger.hasPages(range) else {
      guard let digest = try? SourceDigest.hexadecimal(of: file) else { return false }
      ledger.found(.none, ContentDigest(digest), in: range)
      return true
    }
    if let container = container(file, as: .auto, limits) {
      return read(container, for: range, in: &ledger)
    }
    // A command may have been told what it is; and what was a container and is none now lacks its pages.
    for choice in [InputChoice.warc, .ndjson] {
      guard (try? file.seek(offset: 0, from: .start)) != nil,
        let container = container(file, as: choice, limits)
      else { return false }
      guard read(container, for: range, in: &ledger) else { return false }
      if container.summary.pages > 0 { break }
    }
    return true
  }

  private static func container(
    _ file: FileDescriptor, as choice: InputChoice, _ limits: IntakeLimits
  ) -> ContainerReader? {
    var reader = DocumentReader(limits: limits)
    guard case .container(let container) = try? reader.open(file, name: "", as: choice) else {
      return nil
    }
    return container
  }

  private static func read(
    _ container: ContainerReader, for range: Range<Int>, in ledger: inout SourceLedger
  ) -> Bool {
    do throws(IntakeError) {
      while let page = try container.next() {
        let source =
          switch page.document {
          case .success(let document): document.source
          case .failure(let failed): failed.source
          }
        // What follows the mark behind the container's name, which is empty here.
        ledger.found(
          TextKey(source.name.dropFirst()), ContentDigest(source.sha256), in: range)
      }
    } catch {
      return false
    }
    guard let digest = ContentDigest(container.failure(.noContent).source.sha256) else {
      return false
    }
    ledger.found(.none, digest, in: range)
    return true
  }
}
