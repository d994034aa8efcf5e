import Testing

@testable import Settings

/// What is wrong with a value, or `nil`.
private func problem(_ name: SettingName, _ text: String) -> String? {
  do throws(SettingsProblem) {
    _ = try RawSetting(name, text, from: .flag(name.flag)).value()
    return nil
  } catch {
    return error.message
  }
}

private func value(_ name: SettingName, _ text: String) -> SettingValue? {
  try? RawSetting(name, text, from: .flag(name.flag)).value()
}

@Test(arguments: [
  ("1", 1), ("512 KiB", 512 << 10), ("3MiB", 3 << 20), ("1 GiB", 1 << 30),
])
func bytesMayHaveAUnit(text: String, bytes: Int) {
  #expect(value(.maxInputBytes, text) == .integer(bytes))
}

@Test func secondsMayHaveAUnit() {
  #expect(value(.maxDoneSeconds, "30d") == .integer(30 * 86_400))
  #expect(value(.maxSeconds, "2 m") == .integer(120))
  #expect(value(.stabilitySeconds, "0.5") == .decimal(0.5))
  #expect(value(.stabilitySeconds, "1.5h") == .decimal(5400))
}

@Test func truthHasThreeNames() {
  for text in ["true", "yes", "on", "TRUE"] { #expect(value(.poll, text) == .boolean(true)) }
  for text in ["false", "no", "off"] { #expect(value(.poll, text) == .boolean(false)) }
  #expect(problem(.poll, "1") == "--poll is true or false, not \"1\"")
}

@Test func valuesOutsideTheirRangeAreRefused() {
  #expect(problem(.workers, "0") == "--workers is between 1 and 1024, not \"0\"")
  #expect(problem(.maxMemory, "1") == "--max-memory is at least 16777216, not \"1\"")
  #expect(problem(.bias, "-1") == "--bias is between -0.9 and 1, not \"-1\"")
  #expect(problem(.stabilitySeconds, "nan")?.contains("a number") == true)
  #expect(problem(.maxInputBytes, "9000000000 TiB")?.contains("between") == true)
}

@Test func valuesOfTheWrongKindAreRefused() {
  #expect(problem(.workers, "eight") == "--workers is a whole number, not \"eight\"")
  #expect(problem(.maxInputBytes, "1.5 MiB")?.contains("KiB, MiB, GiB, TiB") == true)
  #expect(
    problem(.ready, "soon") == "--ready is one of closed, stable, done-file, not \"soon\"")
  #expect(problem(.roles, "article,heading")?.contains("article") == true)
  #expect(problem(.doneSuffix, "a/b") != nil)
  #expect(problem(.doneSuffix, "") != nil)
  #expect(problem(.inbox, "") != nil)
}
