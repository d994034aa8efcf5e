import Extraction
public import SystemPackage

/// Reads files and makes documents of them: opened, measured, digested, decompressed.
///
/// A reader keeps its buffers from file to file and is confined to one thread at a time.
public struct DocumentReader: ~Copyable {
  private let limits: IntakeLimits
  private var files = FileReader()
  private var decompressor = Decompressor()

  /// What is known of an open file.
  private struct Origin {
    var name: String
    var size: Int
    var modified: Int?
    var url: String?
    var choice = InputChoice.auto
  }

  /// A reader with the given limits.
  public init(limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
  }

  /// Opens the file at `path` and reads it, or the beginning of it when it is a container.
  ///
  /// - Parameters:
  ///   - path: The file's path; its last part names the document.
  ///   - symbolicLinks: What to do when the path is a symbolic link.
  ///   - url: The page's address, when it is known.
  ///   - choice: How to read the file.
  /// - Returns: The document, whole or in part, or the container.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func open(
    _ path: FilePath, symbolicLinks: SymbolicLinkPolicy = .refuse, url: String? = nil,
    as choice: InputChoice = .auto
  ) throws(FailedDocument) -> OpenedInput {
    var origin = Origin(
      name: path.lastComponent?.string ?? path.string, size: 0, url: url, choice: choice)
    let descriptor: FileDescriptor
    do throws(IntakeError) {
      let (opened, status) = try files.open(regular: path, symbolicLinks: symbolicLinks)
      (descriptor, origin.size, origin.modified) = (opened, status.size, status.modified)
    } catch {
      throw Self.failure(error, origin)
    }
    // A container closes its file in the end.
    var isHandedOver = false
    defer { if !isHandedOver { try? descriptor.close() } }
    let input = try read(descriptor, origin, closes: true)
    if case .container = input { isHandedOver = true }
    return input
  }

  /// Reads an open file, pipe or terminal, or the beginning of it when it is a container.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which stays open.
  ///   - name: What to call the document.
  ///   - url: The page's address, when it is known.
  ///   - choice: How to read the file.
  /// - Returns: The document, whole or in part, or the container.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func open(
    _ descriptor: FileDescriptor, name: String, url: String? = nil, as choice: InputChoice = .auto
  ) throws(FailedDocument) -> OpenedInput {
    var origin = Origin(name: name, size: 0, url: url, choice: choice)
    do throws(IntakeError) {
      let status = try files.status(of: descriptor)
      if status.isRegular { (origin.size, origin.modified) = (status.size, status.modified) }
    } catch {
      throw Self.failure(error, origin)
    }
    return try read(descriptor, origin, closes: false)
  }

  /// Reads an open regular file of which the caller knows what `fstat` tells.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which stays open.
  ///   - name: What to call the document.
  ///   - size: Bytes of the file.
  ///   - modified: When it was last changed, in whole seconds since 1970.
  /// - Returns: The document, whole or in part, or the container.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  package mutating func open(
    _ descriptor: FileDescriptor, name: String, size: Int, modified: Int
  ) throws(FailedDocument) -> OpenedInput {
    try read(descriptor, Origin(name: name, size: size, modified: modified), closes: false)
  }

  /// Reads the file at `path` as one document, whatever it is.
  ///
  /// - Parameters:
  ///   - path: The file's path; its last part names the document.
  ///   - symbolicLinks: What to do when the path is a symbolic link.
  ///   - url: The page's address, when it is known.
  ///   - choice: How to read the file.
  /// - Returns: The document, whole or in part.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func read(
    _ path: FilePath, symbolicLinks: SymbolicLinkPolicy = .refuse, url: String? = nil,
    as choice: InputChoice = .auto
  ) throws(FailedDocument) -> Document {
    try Self.first(of: try open(path, symbolicLinks: symbolicLinks, url: url, as: choice))
  }

  /// Reads an open file, pipe or terminal to its end as one document.
  ///
  /// - Parameters:
  ///   - descriptor: The open file, which stays open.
  ///   - name: What to call the document.
  ///   - url: The page's address, when it is known.
  ///   - choice: How to read the file.
  /// - Returns: The document, whole or in part.
  /// - Throws: ``FailedDocument`` when nothing of it could be read.
  public mutating func read(
    _ descriptor: FileDescriptor, name: String, url: String? = nil, as choice: InputChoice = .auto
  ) throws(FailedDocument) -> Document {
    try Self.first(of: try open(descriptor, name: name, url: url, as: choice))
  }

  private mutating func read(
    _ descriptor: FileDescriptor, _ origin: Origin, closes: Bool
  ) throws(FailedDocument) -> OpenedInput {
    let content: FileReader.Content
    do throws(IntakeError) {
      guard origin.size <= max(limits.containerBytes, limits.fileBytes) else {
        throw IntakeError(.tooLarge, limit: .inputBytes)
      }
      let head = try files.head(of: descriptor, size: origin.size)
      if let container = container(head, descriptor, origin, closes: closes) {
        return .container(container)
      }
      content = try files.rest(
        of: descriptor, size: origin.size, modified: origin.modified, limit: limits.fileBytes)
    } catch {
      throw Self.failure(error, origin)
    }
    return .document(try document(content, origin))
  }

  /// The container that a file is by its beginning, if it is one.
  private mutating func container(
    _ head: [UInt8], _ descriptor: FileDescriptor, _ origin: Origin, closes: Bool
  ) -> ContainerReader? {
    var compression = CompressionFormat(of: head.span)
    if compression == nil, origin.choice == .warc, !head.starts(with: "WARC/".utf8) {
      compression = CompressionFormat(within: head)
    }
    guard
      let format = ContainerFormat(
        origin.choice, name: origin.name, head: decompressor.beginning(of: head)[...])
    else { return nil }
    let stream = MemberStream(
      ByteSource(head: head, descriptor: descriptor, limit: limits.containerBytes),
      format: compression, limits: limits)
    let source: any PageSource =
      switch format {
      case .warc: WARCReader(stream, container: origin.name, limits: limits)
      case .lines: LineReader(stream, container: origin.name, limits: limits)
      }
    return ContainerReader(
      source, name: origin.name, byteCount: origin.size,
      modified: origin.modified.map(Timestamp.text(secondsSince1970:)),
      closing: closes ? descriptor : nil)
  }

  private mutating func document(
    _ content: FileReader.Content, _ origin: Origin
  ) throws(FailedDocument) -> Document {
    let id = DocumentName.identifier(of: origin.name)
    let source = SourceDescription(
      name: origin.name, byteCount: content.bytes.count,
      sha256: SourceDigest.hexadecimal(of: content.bytes),
      modified: content.modified.map(Timestamp.text(secondsSince1970:)), url: origin.url)
    let output = decompressor.decompress(content.bytes, limits: limits)
    let bound = output.limit.map { [$0] } ?? []
    guard !output.bytes.isEmpty else {
      throw FailedDocument(
        id: id, source: source, reason: output.reason ?? .emptyInput, limits: bound)
    }
    let document = Document(
      id: id, bytes: output.bytes, source: source, reason: output.reason, limits: bound)
    return try Self.opened(document, as: origin.choice)
  }

  /// The page in a document that a browser or an extension of one saved, with its address.
  private static func opened(
    _ document: Document, as choice: InputChoice
  ) throws(FailedDocument) -> Document {
    var document = document
    guard choice == .mhtml || (choice == .auto && SavedArchive.begins(document.bytes)) else {
      if document.source.url == nil {
        document.source.url = SavedPageComment.url(in: document.bytes)
      }
      return document
    }
    guard let archive = SavedArchive(document.bytes),
      archive.fault != nil || !archive.page.isEmpty
    else {
      throw FailedDocument(
        id: document.id, source: document.source, reason: document.reason ?? .unsupported,
        limits: document.limits, detail: "no page in the MIME message")
    }
    if let fault = archive.fault {
      throw FailedDocument(
        id: document.id, source: document.source, reason: fault.reason, limits: document.limits,
        detail: fault.detail)
    }
    document.bytes = archive.page
    document.charset = archive.charset
    document.source.url = document.source.url ?? archive.url
    if !archive.isWhole { document.reason = document.reason ?? .truncated }
    return document
  }

  /// The document, or the first one of a container that has no more.
  private static func first(of input: OpenedInput) throws(FailedDocument) -> Document {
    switch input {
    case .document(let document): return document
    case .container(let container):
      var pages: [ContainerPage] = []
      do throws(IntakeError) {
        while pages.count < 2, let page = try container.next() { pages.append(page) }
      } catch {
        throw container.failure(error.reason, detail: error.detail)
      }
      guard let page = pages.first else {
        throw container.failure(container.summary.reason ?? .noContent)
      }
      guard pages.count == 1 else {
        throw container.failure(.unsupported, detail: "a container of several pages")
      }
      return try page.document.get()
    }
  }

  private static func failure(_ error: IntakeError, _ origin: Origin) -> FailedDocument {
    FailedDocument(
      id: DocumentName.identifier(of: origin.name),
      source: SourceDescription(name: origin.name, byteCount: 0, sha256: "", url: origin.url),
      reason: error.reason, limits: error.limit.map { [$0] } ?? [], detail: error.detail)
  }
}
