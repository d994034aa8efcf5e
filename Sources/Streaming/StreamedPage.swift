import Extraction
import Intake
import TextCoding

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
    do throws(PageLineError) {
      let page = try PageLine(line.bytes)
      return StreamedPage(
        id: page.id ?? StreamLineError.name(of: line), url: page.url, bytes: page.bytes,
        charset: page.charset)
    } catch {
      throw StreamLineError(line, .corrupt, words(error.fault), id: error.id)
    }
  }

  private static func words(_ fault: PageLineError.Fault) -> String {
    switch fault {
    case .syntax(let error): "\(error.expected) expected at byte \(error.offset)"
    case .noPage: "neither html nor html_base64"
    case .notOneString: "one string as html or html_base64 expected"
    case .base64: "html_base64 is not Base64"
    }
  }
}
