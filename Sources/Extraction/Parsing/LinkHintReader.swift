/// Reads hints out of the address of a link.
struct LinkHintReader {
  /// Separators in the last part of a path from which it is a slug: a headline has four words or more.
  private static let slugSeparators = 3
  /// Digits in a row from which a path names one thing among many.
  private static let identifierDigits = 5

  private let tokens = LinkHintTokens.table
  /// The scheme and host of the last address that named them, and the hints of their letters: a page's links mostly
  /// name its own.
  private var host: [UInt8] = []
  private var hostHints: LinkHints = []
  private let fileEndings = NameTable(
    ["jpg", "jpeg", "png", "gif", "webp", "pdf", "zip", "mp3", "mp4"].map { (name: $0, value: 1) })

  /// What an address hints at.
  ///
  /// - Parameter address: The value of `href`, UTF-8.
  /// - Returns: The hints; `fragment` alone for an empty address.
  mutating func hints(in address: Span<UInt8>) -> LinkHints {
    var start = 0
    while start < address.count, address[start] <= ASCII.space { start += 1 }
    guard start < address.count else { return .fragment }
    let text = address.extracting(start..<address.count)
    if text[0] == UInt8(ascii: "#") { return tokenHints(text).union(.fragment) }
    if ByteSearch.hasPrefix("javascript:", of: text) { return .fragment }
    if ByteSearch.hasPrefix("mailto:", of: text) || ByteSearch.hasPrefix("tel:", of: text) {
      return .contact
    }
    guard let end = endOfHost(text) else { return tokenHints(text).union(pathHints(text, from: 0)) }
    if !isLastHost(text, end: end) {
      host.removeAll(keepingCapacity: true)
      host.append(copying: text.extracting(..<end))
      hostHints = tokenHints(host.span).union(.absolute)
    }
    // No run of letters goes over the end of the host.
    return hostHints.union(tokenHints(text.extracting(end...))).union(pathHints(text, from: end))
  }

  private func isLastHost(_ text: Span<UInt8>, end: Int) -> Bool {
    guard host.count == end else { return false }
    for index in 0..<end where host[index] != text[index] { return false }
    return true
  }

  /// The hints of the runs of letters, in any part of the address.
  private func tokenHints(_ text: Span<UInt8>) -> LinkHints {
    var bits: UInt64 = 0
    var hash = NameHash()
    var length = 0
    for index in text.indices {
      let byte = text[index]
      if ASCII.isLetter(byte) {
        hash.combine(lowercasing: byte)
        length += 1
      } else if length > 0 {
        if length > 1 { bits |= tokens.value(of: hash) ?? 0 }
        hash = NameHash()
        length = 0
      }
    }
    if length > 1 { bits |= tokens.value(of: hash) ?? 0 }
    return LinkHints(rawValue: UInt32(truncatingIfNeeded: bits))
  }

  /// The hints of the path's shape.
  private func pathHints(_ text: Span<UInt8>, from start: Int) -> LinkHints {
    var hints: LinkHints = []
    var position = start
    var separators = 0
    var digits = 0
    var parts = 0
    var lastPartLength = 0
    var dotAfter = -1
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
        if byte == UInt8(ascii: "?") { hints.insert(.query) }
        break
      }
      if ASCII.isDigit(byte) { digits += 1 } else { digits = 0 }
      if digits == 4, isYear(text, endingAt: position) { hints.insert(.dated) }
      if digits >= Self.identifierDigits { hints.insert(.slug) }
      switch byte {
      case UInt8(ascii: "/"):
        if lastPartLength > 0 { parts += 1 }
        lastPartLength = 0
        separators = 0
        dotAfter = -1
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        separators += 1
        lastPartLength += 1
        if separators >= Self.slugSeparators { hints.insert(.slug) }
      case UInt8(ascii: "."):
        dotAfter = position
        lastPartLength += 1
      default: lastPartLength += 1
      }
      position += 1
    }
    if lastPartLength > 0 { parts += 1 }
    if parts <= 1, !hints.contains(.slug) { hints.insert(.shallow) }
    if dotAfter >= 0, isFile(text.extracting((dotAfter + 1)..<position)) { hints.insert(.file) }
    return hints
  }

  /// Where the path begins when the address names a host.
  private func endOfHost(_ text: Span<UInt8>) -> Int? {
    var start = 0
    if ByteSearch.hasPrefix("https:", of: text) { start = 6 }
    if ByteSearch.hasPrefix("http:", of: text) { start = 5 }
    guard start + 1 < text.count, text[start] == UInt8(ascii: "/"),
      text[start + 1] == UInt8(ascii: "/")
    else { return nil }
    var end = start + 2
    while end < text.count, text[end] != UInt8(ascii: "/"), text[end] != UInt8(ascii: "?") {
      end += 1
    }
    return end
  }

  /// Whether four digits are a year since pages are on the web: 1990 to 2099.
  private func isYear(_ text: Span<UInt8>, endingAt last: Int) -> Bool {
    let century = (text[last - 3], text[last - 2])
    let isRecent = century.0 == UInt8(ascii: "2") && century.1 == UInt8(ascii: "0")
    let isNineties =
      century.0 == UInt8(ascii: "1") && century.1 == UInt8(ascii: "9")
      && text[last - 1] == UInt8(ascii: "9")
    let isAlone = last + 1 >= text.count || !ASCII.isDigit(text[last + 1])
    return (isRecent || isNineties) && isAlone
  }

  /// Whether a file name's ending is that of an image or document.
  private func isFile(_ ending: Span<UInt8>) -> Bool {
    fileEndings.value(of: NameHash(ending)) != nil
  }
}
