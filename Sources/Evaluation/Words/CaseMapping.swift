/// The case mappings of the Unicode standard that comparing texts needs, as Python's strings have them.
///
/// `String.lowercased()` knows no final sigma, and the standard library has no case folding, so that figures
/// would differ from those of other programs on Greek, Turkish and German text.
public enum CaseMapping {
  /// A text in lower case (Unicode 15, section 3.13, with the rule of the final sigma).
  public static func lowercase(_ text: String) -> String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    guard !isASCII, text.unicodeScalars.contains(capitalSigma) else { return mapped(text) }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == capitalSigma {
        result.append(isFinal(index, in: scalars) ? "\u{3C2}" : "\u{3C3}")
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// A text without its distinctions of case (full case folding, `CaseFolding.txt` of Unicode 15).
  ///
  /// The lower case of the upper case is the folding of all scalars but those of ``exceptions``.
  public static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        result.append(contentsOf: folding(of: scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  private static let capitalSigma: Unicode.Scalar = "\u{3A3}"

  /// Cherokee folds to its capitals, which came first.
  private static let cherokeeCapitals: ClosedRange<UInt32> = 0x13A0...0x13F5
  /// Scalars whose folding is not the lower case of their upper case.
  private static let exceptions: [Unicode.Scalar: String] = [
    "\u{131}": "\u{131}", "\u{1E9E}": "ss",
  ]

  private static func folding(of scalar: Unicode.Scalar) -> String {
    if let folding = exceptions[scalar] { return folding }
    let upper = scalar.properties.uppercaseMapping
    if let first = upper.unicodeScalars.first, cherokeeCapitals.contains(first.value) {
      return upper
    }
    return mapped(upper)
  }

  private static func mapped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isCapital = ("A"..."Z").contains(scalar)
        result.append(isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// Whether a sigma ends a word: a cased letter before it and none after, marks passed over.
  private static func isFinal(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    guard let before, before.properties.isCased else { return false }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return after?.properties.isCased != true
  }
}
