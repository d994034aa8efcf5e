/// How a sample reads in an East Asian encoding.
struct MultibyteStatistics {
  /// Weight of a malformed unit.
  ///
  /// One in fifty costs as much as the text being of rare characters.
  private static let malformedWeight = 20.0
  /// Part of the score that the most frequent characters can add, when they reach their usual share.
  private static let frequencyWeight = 0.5

  /// Units that mean nothing.
  private(set) var malformed = 0
  /// Characters outside ASCII.
  private(set) var characters = 0
  private var usual = 0
  private var rare = 0
  private var frequent = 0
  private let script: EastAsianScript

  /// Reads a sample; `nil` for another kind of encoding.
  init?(_ sample: Span<UInt8>, as encoding: CharacterEncoding) {
    guard let script = EastAsianScript(encoding) else { return nil }
    self.script = script
    switch encoding {
    case .gbk, .gb18030: read(sample, with: GB18030Decoder())
    case .big5: read(sample, with: Big5Decoder())
    case .eucJP: read(sample, with: EUCJPDecoder())
    case .shiftJIS: read(sample, with: ShiftJISDecoder())
    case .eucKR: read(sample, with: EUCKRDecoder())
    default: return nil
    }
  }

  /// Between about -3 and 1.
  var score: Double {
    let total = Double(max(1, characters + malformed))
    let share = (Double(usual) - 2 * Double(rare)) / total
    let frequency = min(1, Double(frequent) / total / script.usualShareOfFrequent)
    let fault = min(3, Self.malformedWeight * Double(malformed) / total)
    return (1 - Self.frequencyWeight) * share + Self.frequencyWeight * frequency - fault
  }

  private mutating func read<Decoder: UnitDecoder>(
    _ sample: Span<UInt8>, with decoder: Decoder
  ) {
    var decoder = decoder
    var offset = 0
    while offset < sample.count {
      let unit = decoder.unit(in: sample, at: offset)
      if unit.isMalformed {
        malformed += 1
      } else if unit.scalar >= 0x80 {
        note(unit.scalar, lead: sample[offset])
      }
      offset += unit.length
    }
  }

  private mutating func note(_ scalar: UInt32, lead: UInt8) {
    characters += 1
    if script.frequentCharacters.contains(scalar) { frequent += 1 }
    if script.isUsual(scalar, lead: lead) {
      usual += 1
    } else if !script.isNeutral(scalar) {
      rare += 1
    }
  }
}
