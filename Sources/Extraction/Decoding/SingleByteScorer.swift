/// How usual a sample's characters are when read in a single-byte encoding.
struct SingleByteScorer {
  /// What a byte can be to its neighbours.
  private enum Kind {
    case other
    case asciiLetter
    case lowercase
    case uppercase
    case caseless
    case sign
    case loneSign
    case innerSign
  }

  /// What the rarest letter of a language still gives; the commonest gives 1.
  private static let rarestLetterWeight = 0.4
  /// A quotation mark, a dash and the like, which each language has.
  ///
  /// As much as the commonest letter, or an apostrophe of Windows would be likelier a letter of
  /// another encoding, and English pages have little else outside ASCII.
  private static let signWeight = 1.0
  /// A letter or sign that the language does not have.
  private static let foreignWeight = -1.0
  /// A control character or a byte without meaning: the encoding is all but ruled out.
  private static let controlWeight = -3.0
  /// A capital inside a word, an ASCII letter within another script, a sign within a word.
  private static let breachWeight = -1.0
  /// Signs that stand at the edge of a word.
  private static let signs: Set<UInt32> = Set("«»“”‘„‚®™°‹›²³".unicodeScalars.map(\.value))
  /// Signs that no letter touches.
  private static let loneSigns: Set<UInt32> = Set("•©§€£№×¢±¼½¾".unicodeScalars.map(\.value))
  /// Signs that also stand between letters, the soft hyphen among them.
  private static let innerSigns: Set<UInt32> = Set(
    "\u{A0}\u{AD}’–—…·´".unicodeScalars.map(\.value))
  private static let allSigns = signs.union(loneSigns).union(innerSigns)

  private let kinds: [Kind]
  private let languages: [(weights: [Double], excludesASCII: Bool)]

  /// A scorer of a single-byte encoding, or `nil` for another kind of encoding.
  init?(_ encoding: CharacterEncoding) {
    guard let decoder = SingleByteDecoder(encoding) else { return nil }
    let scalars = (0...255).map { decoder.scalar(of: UInt8($0)) }
    kinds = scalars.map(Self.kind)
    languages = LetterInventory.languages(of: encoding).map { language in
      (Self.weights(of: scalars, in: language), language.excludesASCII)
    }
  }

  /// The score in the language that fits best, from -3 to 1; zero for a sample without high bytes.
  func score(_ sample: Span<UInt8>) -> Double {
    var best = -3.0
    for language in languages {
      best = max(best, score(sample, weights: language.weights, alone: language.excludesASCII))
    }
    return best
  }

  private func score(_ sample: Span<UInt8>, weights: [Double], alone: Bool) -> Double {
    var total = 0.0
    var count = 0
    var previous = Kind.other
    for offset in 0..<sample.count {
      let byte = sample[offset]
      let kind = kinds[Int(byte)]
      if byte >= 0x80 {
        let next = offset + 1 < sample.count ? kinds[Int(sample[offset + 1])] : .other
        total += weights[Int(byte)]
        if Self.isBreach(previous, kind, next, alone: alone) { total += Self.breachWeight }
        count += 1
      }
      previous = kind
    }
    return count == 0 ? 0 : max(-3, total / Double(count))
  }

  private static func isBreach(
    _ previous: Kind, _ kind: Kind, _ next: Kind, alone: Bool
  ) -> Bool {
    switch kind {
    case .uppercase where previous == .lowercase: true
    case .lowercase, .uppercase, .caseless:
      alone && (previous == .asciiLetter || next == .asciiLetter)
    case .sign: isLetter(previous) && isLetter(next)
    case .loneSign: isLetter(previous) || isLetter(next)
    default: false
    }
  }

  private static func isLetter(_ kind: Kind) -> Bool {
    switch kind {
    case .asciiLetter, .lowercase, .uppercase, .caseless: true
    case .other, .sign, .loneSign, .innerSign: false
    }
  }

  private static func kind(_ value: UInt32) -> Kind {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    if value < 0x80 { return scalar.properties.isAlphabetic ? .asciiLetter : .other }
    if signs.contains(value) { return .sign }
    if loneSigns.contains(value) { return .loneSign }
    if innerSigns.contains(value) { return .innerSign }
    if scalar.properties.isLowercase { return .lowercase }
    if scalar.properties.isUppercase { return .uppercase }
    return scalar.properties.isAlphabetic ? .caseless : .other
  }

  private static func weights(of scalars: [UInt32], in language: LetterInventory) -> [Double] {
    let letters = language.letters.unicodeScalars.map(\.value)
    var byScalar: [UInt32: Double] = [:]
    for (rank, letter) in letters.enumerated() where byScalar[letter] == nil {
      let share = Double(rank) / Double(letters.count)
      byScalar[letter] = 1 - (1 - rarestLetterWeight) * share
    }
    return scalars.map { value in
      if value < 0xA0 { return controlWeight }
      if allSigns.contains(value) { return signWeight }
      return byScalar[value] ?? byScalar[lowercased(value)] ?? foreignWeight
    }
  }

  private static func lowercased(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }
}
