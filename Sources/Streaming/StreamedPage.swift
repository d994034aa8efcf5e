import Extraction
import RecordEncoding

/// A page as a line of `winnow stream` gives it: `{"id": …, "url": …, "html": …}`.
public struct StreamedPage: Sendable, Equatable {
  /// The page's name, a string or number of the line; `line-N` where it gives none.
  public var id: String
  /// The page's address.
  public var url: String?
  /// The page's bytes, which may be empty.
  public var bytes: [UInt8]
  /// The encoding of the bytes: UTF-8 where the line gave text, else what its `charset` says.
  public var charset: String?

  /// A page with all its fields.
  public init(id: String, url: String? = nil, bytes: [UInt8], charset: String? = nil) {
    self.id = id
    self.url = url
    self.bytes = bytes
    self.charset = charset
  }

  /// Reads a line.
  ///
  /// Members of other names are skipped, and so are those that are `null`. `html` is text; `html_base64` holds the bytes of a page in any
  /// encoding, which `charset` may name as the transport did.
  ///
  /// - Throws: ``StreamLineError`` when the line gives no page.
  public static func parse(_ line: StreamLine) throws(StreamLineError) -> StreamedPage {
    guard !line.isTooLong else { throw StreamLineError(line, .tooLarge, "longer than the limit") }
    var members = Members()
    do throws(JSONSyntaxError) {
      var reader = JSONObjectReader(line.bytes)
      while let name = try reader.nextName() { members.take(name, try reader.value()) }
    } catch {
      let detail = "\(error.expected) expected at byte \(error.offset)"
      throw StreamLineError(line, .corrupt, detail, id: members.id)
    }
    return try members.page(line)
  }

  /// What was read of a line so far.
  private struct Members {
    var id: String?
    var url: String?
    var charset: String?
    var html: JSONScalar?
    var base64: JSONScalar?

    mutating func take(_ name: String, _ value: JSONScalar) {
      // Tables that are written as lines have each column in each line.
      if value == .null { return }
      switch name {
      case "id": id = value.text
      case "url": url = value.text
      case "charset": charset = value.text
      case "html": html = value
      case "html_base64": base64 = value
      default: break
      }
    }

    func page(_ line: StreamLine) throws(StreamLineError) -> StreamedPage {
      let name = id ?? StreamLineError.name(of: line)
      switch (html, base64) {
      case (.string(let text), nil):
        return StreamedPage(id: name, url: url, bytes: text, charset: "utf-8")
      case (nil, .string(let text)):
        guard let bytes = Base64.decode(text) else {
          throw StreamLineError(line, .corrupt, "html_base64 is not Base64", id: id)
        }
        return StreamedPage(id: name, url: url, bytes: bytes, charset: charset)
      case (nil, nil):
        throw StreamLineError(line, .corrupt, "neither html nor html_base64", id: id)
      default:
        throw StreamLineError(line, .corrupt, "one string as html or html_base64 expected", id: id)
      }
    }
  }
}
