import ArgumentParser
import Settings

extension SettingsReference: ExpressibleByArgument {}
