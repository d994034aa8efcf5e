import CZstd
package import SystemPackage
import TextCoding

/// Reads the beginning of an output and finds in it which input it was made of.
package struct RecordInspector: OutputInspecting {
  /// An inspector of outputs.
  package init() {}

  package func output(_ name: FileName, in outbox: any Directory) throws(Errno) -> OutputOrigin? {
    guard try outbox.status(of: name).kind == .regular else { return nil }
    return Self.origin(in: try outbox.contents(of: name, limit: Self.maximumFrameLength))
  }

  /// The origin that a frame tells of, whose end may be missing.
  package static func origin(in frame: [UInt8]) -> OutputOrigin? {
    let text = String(decoding: beginning(of: frame), as: UTF8.self)
    // A quotation mark within a string is escaped, so these never match a page's own text.
    guard let begin = text.firstRange(of: "\"source\":{"),
      let end = text[begin.upperBound...].firstRange(of: "},\"status\":\"")
    else { return nil }
    let source = text[text.index(before: begin.upperBound)...end.lowerBound]
    guard var origin = origin(source: Array(source.utf8)) else { return nil }
    origin.isFailed = text[end.upperBound...].hasPrefix("failed\"")
    return origin
  }

  /// The origin in the `source` of a record; `nil` when the input has no digest.
  private static func origin(source: [UInt8]) -> OutputOrigin? {
    var reader = JSONObjectReader(source)
    var origin = OutputOrigin(sha256: "", isFailed: false)
    do throws(JSONSyntaxError) {
      while let name = try reader.nextName() {
        guard case .string(let bytes) = try reader.value() else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        switch name {
        case "name": origin.name = text
        case "sha256": origin.sha256 = text
        case "modified": origin.modified = text
        case "url": origin.url = text
        default: continue
        }
      }
    } catch {
      return nil
    }
    return origin.sha256.utf8.count == digestLength ? origin : nil
  }

  /// The first bytes of the content of a zstd frame; none when it is no frame.
  private static func beginning(of frame: [UInt8]) -> [UInt8] {
    guard let context = unsafe ZSTD_createDStream() else { return [] }
    defer { unsafe ZSTD_freeDStream(context) }
    var content = [UInt8](repeating: 0, count: contentLength)
    let length = unsafe frame.withUnsafeBytes { source in
      unsafe content.withUnsafeMutableBytes { target in
        var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        while unsafe output.pos < output.size && input.pos < input.size {
          let status = unsafe ZSTD_decompressStream(context, &output, &input)
          if status == 0 || ZSTD_isError(status) != 0 { break }
        }
        return unsafe output.pos
      }
    }
    return Array(content[..<length])
  }

  // Bytes of a record before the end of its `status`: an identifier and a name of at most 3 × 255 bytes
  // each when escaped, an address of 8 KiB, of which each byte may be escaped as six, and some 300 bytes of
  // keys and numbers.
  private static let contentLength = 65_536
  // Bytes of a frame that are sure to hold them: a block of zstd has at most 128 KiB.
  private static let maximumFrameLength = 262_144
  private static let digestLength = 64
}
