import Extraction
public import SystemPackage

/// Reads files and makes documents of them: opened, measured, digested, decompressed.
///
/// A reader keeps its buffers from file to file and is confined to one thread at a time.
public struct DocumentReader: ~Copyable {
  private let limits: IntakeLimits
  private var files = FileReader()
  private var decompressor = Decompressor()

  /// A reader with the given limits.
  public init(limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
  }

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - path: The file's path; its last part names the document.
  ///   - symbolicLinks: What to do when the path is a symbolic link.
  ///   - url: The page's address, when it is known.
  /// - Returns: The document, whole or in part.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func read(
    _ path: FilePath, symbolicLinks: SymbolicLinkPolicy = .refuse, url: String? = nil
  ) throws(FailedDocument) -> Document {
    let name = path.lastComponent?.string ?? path.string
    let content: FileReader.Content
    do throws(IntakeError) {
      content = try files.read(path, symbolicLinks: symbolicLinks, limit: limits.fileBytes)
    } catch {
      throw Self.failure(error, name: name, url: url)
    }
    return try document(content, name: name, url: url)
  }

  /// Reads an open file, pipe or terminal to its end.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which stays open.
  ///   - name: What to call the document.
  ///   - url: The page's address, when it is known.
  /// - Returns: The document, whole or in part.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func read(
    _ descriptor: FileDescriptor, name: String, url: String? = nil
  ) throws(FailedDocument) -> Document {
    let content: FileReader.Content
    do throws(IntakeError) {
      content = try files.read(descriptor, limit: limits.fileBytes)
    } catch {
      throw Self.failure(error, name: name, url: url)
    }
    return try document(content, name: name, url: url)
  }

  /// Reads an open regular file of which the caller knows what `fstat` tells, to its end.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which stays open.
  ///   - name: What to call the document.
  ///   - size: Bytes of the file.
  ///   - modified: When it was last changed, in whole seconds since 1970.
  /// - Returns: The document, whole or in part.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  package mutating func read(
    _ descriptor: FileDescriptor, name: String, size: Int, modified: Int
  ) throws(FailedDocument) -> Document {
    let content: FileReader.Content
    do throws(IntakeError) {
      content = try files.read(
        descriptor, size: size, modified: modified, limit: limits.fileBytes)
    } catch {
      throw Self.failure(error, name: name, url: nil)
    }
    return try document(content, name: name, url: nil)
  }

  private mutating func document(
    _ content: FileReader.Content, name: String, url: String?
  ) throws(FailedDocument) -> Document {
    let id = DocumentName.identifier(of: name)
    let source = SourceDescription(
      name: name, byteCount: content.bytes.count,
      sha256: SourceDigest.hexadecimal(of: content.bytes),
      modified: content.modified.map(Timestamp.text(secondsSince1970:)), url: url)
    let output = decompressor.decompress(content.bytes, limits: limits)
    let bound = output.limit.map { [$0] } ?? []
    guard !output.bytes.isEmpty else {
      throw FailedDocument(
        id: id, source: source, reason: output.reason ?? .emptyInput, limits: bound)
    }
    return Document(
      id: id, bytes: output.bytes, source: source, reason: output.reason, limits: bound)
  }

  private static func failure(
    _ error: IntakeError, name: String, url: String?
  ) -> FailedDocument {
    FailedDocument(
      id: DocumentName.identifier(of: name),
      source: SourceDescription(name: name, byteCount: 0, sha256: "", url: url),
      reason: error.reason, limits: error.limit.map { [$0] } ?? [], detail: error.detail)
  }
}
