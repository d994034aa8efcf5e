import Testing

@testable import Settings

@Test func eachNameHasOneRowInTheOrderOfNames() {
  #expect(Set(Setting.all.map(\.name)) == Set(SettingName.allCases))
  #expect(Setting.all.count == SettingName.allCases.count)
}

@Test(arguments: Setting.all)
func defaultsAreValuesOfTheirKind(setting: Setting) throws {
  guard let standard = setting.standard else { return }
  let raw = RawSetting(setting.name, standard.text, from: .standard)
  #expect(try raw.value() == standard)
}

@Test(arguments: Setting.all)
func helpIsASentenceInALine(setting: Setting) {
  #expect(setting.help.hasSuffix("."))
  #expect(!setting.help.contains("\n"))
  #expect(setting.help.count < 110)
}

@Test func namesOfVariablesFollowThoseOfFlags() {
  #expect(SettingName.maxInputBytes.environment == "WINNOW_MAX_INPUT_BYTES")
  #expect(SettingName.inbox.environment == "WINNOW_INBOX")
  #expect(SettingName.maxInputBytes.flag == "--max-input-bytes")
}
