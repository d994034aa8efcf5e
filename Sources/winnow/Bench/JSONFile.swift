import Extraction
import FoundationEssentials
import Intake
import SystemPackage

/// JSON in files, plain or compressed.
enum JSONFile {
  /// The most bytes of a file of references or predictions, opened.
  ///
  /// These are the user's own files; the limit only keeps a wrong file from filling the memory.
  private static let longestFile = 4 << 30

  /// The bytes of a file, decompressed.
  ///
  /// - Throws: ``CorpusError`` when it cannot be read whole.
  static func bytes(of path: FilePath) throws(CorpusError) -> [UInt8] {
    var limits = IntakeLimits()
    limits.fileBytes = longestFile
    limits.decompressedBytes = longestFile
    limits.decompressionRatio = longestFile
    var reader = DocumentReader(limits: limits)
    let document: Document
    do throws(FailedDocument) {
      document = try reader.read(path, symbolicLinks: .follow, as: .text)
    } catch {
      let detail = error.detail.map { " (\($0))" } ?? ""
      throw .unreadable(path.string, reason: error.reason.rawValue + detail)
    }
    if let reason = document.reason { throw .unreadable(path.string, reason: reason.rawValue) }
    return document.bytes
  }

  /// The value in a file.
  ///
  /// - Throws: ``CorpusError`` when the file cannot be read or holds something else.
  static func value<Value: Decodable>(
    _ type: Value.Type, in path: FilePath
  ) throws(CorpusError) -> Value {
    try value(type, in: try bytes(of: path)[...], of: path.string)
  }

  /// The values of a file with one on each line; empty lines are passed over.
  ///
  /// - Throws: ``CorpusError`` when the file cannot be read or a line holds something else.
  static func lines<Value: Decodable>(
    _ type: Value.Type, in path: FilePath
  ) throws(CorpusError) -> [Value] {
    try lines(type, in: try bytes(of: path), of: path.string)
  }

  /// The values of lines.
  ///
  /// - Throws: ``CorpusError`` when a line holds something else.
  static func lines<Value: Decodable>(
    _ type: Value.Type, in bytes: [UInt8], of name: String
  ) throws(CorpusError) -> [Value] {
    var values: [Value] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      values.append(try value(type, in: line, of: "\(name), line \(index + 1)"))
    }
    return values
  }

  /// The value that bytes hold.
  ///
  /// - Throws: ``CorpusError`` when they hold something else.
  static func value<Value: Decodable>(
    _ type: Value.Type, in bytes: ArraySlice<UInt8>, of name: String
  ) throws(CorpusError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw .malformed(name, reason: Self.reason(error))
    } catch {
      throw .malformed(name, reason: "no JSON")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, _): "there is no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context)) is of another type"
    default: "no JSON"
    }
  }
}
