/// What a document was told to be when it was decoded.
struct DecodedPage {
  /// Whether its text is markup.
  var isHTML: Bool
  /// Its media type.
  var mediaType: String
  /// The WHATWG name of the encoding it was decoded from.
  var encoding: String
}
