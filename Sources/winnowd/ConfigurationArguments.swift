import ArgumentParser
import Settings

/// Where settings come from besides the flags.
struct ConfigurationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A file of settings, in YAML. Flags are over the environment (WINNOW_WORKERS for --workers), that is over \
      the file. (default: that which WINNOW_CONFIG names, or none)
      """, valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Print each setting with its value and where that comes from, and end.")
  var printConfig = false
}
